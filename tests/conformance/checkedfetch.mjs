// SPDX-License-Identifier: GPL-3.0-or-later
// Checks every answer of a watched service that passes through `fetch` against the contract. To be imported before the
// SDK makes a client.
import { faultsOf, routeOf } from './contract.mjs';

const unchecked = globalThis.fetch;

/** What was wrong with answers so far. */
export const faults = [];
/** The operations that were answered, as "GET /path 200". */
export const seen = new Set();

const watched = new Set();

/** From now on the answers of this server are checked; those of a gateway that a test puts in between are not. */
export function watch(url) {
  watched.add(new URL(url).origin);
}

globalThis.fetch = async (input, init) => {
  const answer = await unchecked(input, init);
  const url = new URL(input instanceof Request ? input.url : input);
  if (!watched.has(url.origin) || !url.pathname.startsWith('/api/')) return answer;
  const method = (init?.method ?? (input instanceof Request ? input.method : 'GET')).toUpperCase();
  const body = await answer.clone().text();
  const found = faultsOf({
    method,
    path: url.pathname,
    status: answer.status,
    contentType: answer.headers.get('content-type'),
    body,
  });
  seen.add(`${method} ${routeOf(url.pathname)?.template ?? url.pathname} ${answer.status}`);
  for (const fault of found) faults.push(`${method} ${url.pathname} ${answer.status}: ${fault}`);
  return answer;
};
