// SPDX-License-Identifier: GPL-3.0-or-later
// What a client of the cloud takes for granted, line by line as docs/service.md has it, over plain HTTP.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { after, before, test } from 'node:test';

import './checkedfetch.mjs';
import { startService } from './service.mjs';

const invoice = readFileSync(`${process.env.SAMPLES}/invoice.pdf`);
const data_schema = { type: 'object', properties: { invoice_number: { type: 'string' } } };
const latest = { tier: 'fast', version: 'latest' };
const files = '/api/v1/beta/files';
const extract = '/api/v2/extract';
let service;
let file;

before(async () => {
  service = await startService('--workers', '1');
  file = (await upload()).json.id;
});
after(() => service.stop());

async function call(method, path, body, headers = {}) {
  const isJson = body !== undefined && !(body instanceof FormData) && typeof body !== 'string';
  const answer = await fetch(service.url + path, {
    method,
    headers: {
      authorization: `Bearer ${service.token}`,
      ...(isJson || typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    body: isJson ? JSON.stringify(body) : body,
  });
  const text = await answer.text();
  const type = answer.headers.get('content-type');
  return { status: answer.status, headers: answer.headers, text, json: type?.startsWith('application/json') ? JSON.parse(text) : undefined };
}

/** A call whose headers are sent as they are; fetch would put its own in their place. */
function rawCall(headers, agent) {
  return new Promise((resolve, reject) => {
    const url = new URL('/api/v1/projects', service.url);
    request(url, { agent, headers: { authorization: `Bearer ${service.token}`, ...headers } }, (answer) => {
      const port = answer.socket.localPort;
      answer.resume().on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, port }));
    })
      .on('error', reject)
      .end();
  });
}

function upload(fileFirst = true) {
  const form = new FormData();
  const parts = [
    () => form.append('file', new File([invoice], 'invoice.pdf')),
    () => form.append('purpose', 'extract'),
  ];
  for (const add of fileFirst ? parts : parts.reverse()) add();
  return call('POST', files, form);
}

const createJob = (more = {}, configuration = {}) =>
  call('POST', extract, { file_input: file, configuration: { data_schema, ...configuration }, ...more });

async function finished(id, query = '') {
  for (;;) {
    const { json } = await call('GET', `${extract}/${id}${query}`);
    if (!['PENDING', 'RUNNING'].includes(json.status)) return json;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('1: kept alive, with lengths and as JSON', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const [first, second] = [await rawCall({}, agent), await rawCall({}, agent)];
  agent.destroy();
  assert.equal(first.port, second.port);
  assert.match(first.headers['content-length'], /^\d+$/);
  assert.equal(first.headers['content-type'], 'application/json');
  assert.equal(new URL(service.url).hostname, '127.0.0.1');
});

test('2: the configured token, or any', async () => {
  for (const authorization of ['', 'Bearer wrong', service.token]) {
    const refused = await call('GET', files, undefined, { authorization });
    assert.equal(refused.status, 401);
    assert.equal(typeof refused.json.detail, 'string');
  }
  const open = await startService('--any-token');
  assert.equal((await fetch(`${open.url}${files}`, { headers: { authorization: 'Bearer llx-of-the-cloud' } })).status, 200);
  await open.stop();
});

test('3: project and organization on every route', async () => {
  const { json: projects } = await call('GET', '/api/v1/projects');
  const own = `project_id=${projects[0].id}&organization_id=${projects[0].organization_id}`;
  const routes = [files, extract, '/api/v2/parse', '/api/v1/beta/configurations', '/api/v1/beta/webhook-configs', '/api/v1/projects',
    '/api/v2/projects', '/api/v1/organizations', '/api/v2/organizations', '/api/v2/parse/versions', '/api/v1/job-data-points?job_type=extract'];
  for (const route of routes) {
    const and = route.includes('?') ? '&' : '?';
    for (const query of [own, 'project_id=&organization_id=']) assert.equal((await call('GET', route + and + query)).status, 200, route);
    assert.equal((await call('GET', `${route}${and}project_id=prj-other`)).status, 403, route);
  }
  assert.equal(projects.length, 1);
});

test('4: uploads in any order, and a content URL without a key', async () => {
  for (const fileFirst of [true, false]) {
    const made = await upload(fileFirst);
    assert.equal(made.status, 201);
    assert.match(made.json.id, /^dfl-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const { url } = (await call('GET', `${files}/${made.json.id}/content`)).json;
    assert.equal(new URL(url).hostname, '127.0.0.1');
    assert.deepEqual(Buffer.from(await (await fetch(url)).arrayBuffer()), invoice);
  }
});

test('4: a range of the content', async () => {
  const { url } = (await call('GET', `${files}/${file}/content`)).json;
  const range = async (wanted) => {
    const answer = await fetch(url, { headers: { range: wanted } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    return [answer.status, answer.headers.get('content-range'), bytes.length, bytes];
  };
  const size = invoice.length;
  for (const [wanted, first, last] of [['bytes=0-9', 0, 9], ['bytes=-5', size - 5, size - 1], [`bytes=${size - 3}-`, size - 3, size - 1],
    [`bytes=2-${size + 100}`, 2, size - 1], [`bytes=-${size + 100}`, 0, size - 1]])
    assert.deepEqual(await range(wanted), [206, `bytes ${first}-${last}/${size}`, last - first + 1, invoice.subarray(first, last + 1)], wanted);
  for (const beyond of [`bytes=${size}-`, 'bytes=-0', `bytes=${size + 5}-${size + 9}`]) {
    const [status, where] = await range(beyond);
    assert.deepEqual([status, where], [416, `bytes */${size}`], beyond);
  }
  // Several ranges may be ignored; answers that are no file have none.
  assert.equal((await range('bytes=0-1,4-5'))[0], 200);
  const job = await call('GET', `${files}/${file}`, undefined, { range: 'bytes=0-3' });
  assert.equal(job.status, 200);
  assert.equal(job.json.id, file);
});

test('5: a created job can be read at once', async () => {
  const made = await createJob();
  assert.equal(made.status, 200);
  assert.ok(['PENDING', 'RUNNING'].includes(made.json.status));
  assert.equal((await call('GET', `${extract}/${made.json.id}`)).json.id, made.json.id);
  await finished(made.json.id);
});

test('6: expand', async () => {
  const plain = await finished((await createJob()).json.id);
  assert.equal(plain.extract_metadata, null);
  assert.equal(plain.configuration, null);
  assert.ok(plain.extract_result.invoice_number);
  const all = await finished(plain.id, '?expand=configuration&expand=extract_metadata&expand=usage&expand=of_tomorrow');
  assert.ok(all.configuration && all.extract_metadata && all.usage);
  const commas = await finished(plain.id, '?expand=configuration,extract_metadata');
  assert.ok(commas.configuration && commas.extract_metadata);
  for (const wish of ['cite_sources', 'confidence_scores'])
    assert.ok((await finished((await createJob({}, { [wish]: true })).json.id)).extract_metadata.field_metadata.document_metadata);
});

test('7: cancel without body and content type', async () => {
  const jobs = [];
  for (let i = 0; i < 5; ++i) jobs.push((await createJob()).json.id);
  const cancelled = await call('POST', `${extract}/${jobs.at(-1)}/cancel`);
  assert.equal(cancelled.status, 200);
  assert.equal(cancelled.json.status, 'CANCELLED');
  for (const id of jobs.slice(0, -1)) await finished(id);
});

test('8: lists', async () => {
  const none = await call('GET', `${extract}?file_input=dfl-none`);
  assert.deepEqual(none.json.items, []);
  assert.equal(none.json.next_page_token, null);
  const seen = [];
  let token = '';
  do {
    const { json } = await call('GET', `${extract}?page_size=1&file_input=${file}&page_token=${token}`);
    assert.equal(json.items.length, 1);
    seen.push(json.items[0].created_at);
    token = json.next_page_token;
  } while (token);
  assert.ok(seen.length > 1);
  assert.deepEqual(seen, [...seen].sort().reverse());
});

test('9: schemas are checked on both paths, and literal routes win over ids', async () => {
  for (const name of ['validation', 'validate']) {
    const path = `${extract}/schema/${name}`;
    assert.deepEqual((await call('POST', path, { data_schema })).json.data_schema, data_schema);
    const refused = await call('POST', path, { data_schema: { type: 'array' } });
    assert.equal(refused.status, 400);
    assert.match(refused.json.detail, /^schema_validation: /);
  }
  const made = await call('POST', `${extract}/schema/generate`, { prompt: 'invoice number, total' });
  assert.equal(made.json.parameters.product_type, 'extract_v2');
  assert.equal((await call('GET', '/api/v2/parse/versions')).status, 200);
});

test('10: configurations are upserted; deletions have no body', async () => {
  const path = '/api/v1/beta/configurations';
  const body = { name: 'list', parameters: { product_type: 'extract_v2', data_schema } };
  const [first, second] = [await call('POST', path, body), await call('POST', path, body)];
  assert.deepEqual([first.status, second.status], [201, 201]);
  assert.equal(first.json.id, second.json.id);
  const hook = await call('POST', '/api/v1/beta/webhook-configs', { webhook_url: 'http://127.0.0.1:9/' });
  const document = await upload();
  for (const one of [`${path}/${first.json.id}`, `${files}/${document.json.id}`, `/api/v1/beta/webhook-configs/${hook.json.id}`]) {
    const gone = await call('DELETE', one);
    assert.equal(gone.status, 204);
    assert.equal(gone.text, '');
    assert.equal((await call('GET', one)).status, 404);
  }
});

test('11: bare arrays and pages', async () => {
  for (const path of ['/api/v1/projects', '/api/v1/organizations', '/api/v1/beta/webhook-configs'])
    assert.ok(Array.isArray((await call('GET', path)).json), path);
  for (const path of ['/api/v2/projects', '/api/v2/organizations', '/api/v1/beta/configurations', files, extract, '/api/v2/parse'])
    assert.ok(Array.isArray((await call('GET', path)).json.items), path);
});

test('12: errors', async () => {
  assert.equal(typeof (await call('GET', `${extract}/ext-none`)).json.detail, 'string');
  const { detail } = (await call('POST', extract, {})).json;
  assert.ok(detail.every((entry) => entry.type && entry.msg && entry.loc[0] === 'body'));
  const over = (await createJob()).json.id;
  await finished(over);
  const conflict = await call('POST', `${extract}/${over}/cancel`);
  assert.equal(conflict.status, 409);
  assert.equal(conflict.headers.get('x-should-retry'), 'false');
});

test('12: too many at once are asked to come again', async () => {
  // One worker and few places to wait: some of these find none.
  const answers = await Promise.all(Array.from({ length: 40 }, () => call('POST', `${extract}/schema/generate`, { file_id: file })));
  const refused = answers.filter((answer) => answer.status !== 200);
  assert.ok(refused.length > 0);
  for (const answer of refused) {
    assert.ok([429, 503].includes(answer.status), String(answer.status));
    assert.match(answer.headers.get('retry-after'), /^\d+$/);
  }
});

test('13: unknown members', async () => {
  assert.equal((await createJob({ of_tomorrow: 1 }, { of_tomorrow: 1 })).status, 200);
  const saved = await call('POST', '/api/v1/beta/configurations', {
    name: 'unknown', of_tomorrow: 1, parameters: { product_type: 'extract_v2', data_schema, of_tomorrow: 1 },
  });
  assert.equal(saved.status, 201);
  const refused = await call('POST', '/api/v2/parse', { ...latest, file_id: file, of_tomorrow: 1 });
  assert.equal(refused.status, 422);
  assert.deepEqual(refused.json.detail[0].loc, ['body', 'of_tomorrow']);
});

test('14: ids are decoded, unknown ones are 404 and wrong methods 405', async () => {
  const encoded = [...file].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
  assert.equal((await call('GET', `${files}/${encoded}`)).json.id, file);
  for (const path of [`${files}/dfl%201%2F2`, `${extract}/ext-none`, '/api/v2/parse/pjb-none', '/api/v1/beta/configurations/cfg-none'])
    assert.equal((await call('GET', path)).status, 404, path);
  for (const [method, path] of [['PUT', files], ['DELETE', extract], ['POST', '/api/v1/projects'], ['DELETE', `${files}/query`]])
    assert.equal((await call(method, path)).status, 405, `${method} ${path}`);
});

test('15: guarded against web pages', async () => {
  assert.equal((await rawCall({})).status, 200);
  for (const headers of [{ host: 'evil.example' }, { origin: 'https://evil.example' }, { host: 'evil.example', origin: service.url }]) {
    const answer = await rawCall(headers);
    assert.equal(answer.status, 403);
    assert.ok(!('access-control-allow-origin' in answer.headers));
  }
});

test('16: large requests', async () => {
  const jsonOf = (size) => JSON.stringify({ data_schema: { ...data_schema, description: 'x'.repeat(size) } });
  // Read to its end, though the schema itself may not be as long as that.
  const fits = await call('POST', `${extract}/schema/validation`, jsonOf(2_000_000));
  assert.equal(fits.status, 400);
  assert.match(fits.json.detail, /^schema_validation: /);
  assert.equal((await call('POST', `${extract}/schema/validation`, jsonOf(100_000_000))).status, 413);
  const fileOf = (size) => {
    const form = new FormData();
    form.append('purpose', 'extract');
    form.append('file', new File([Buffer.alloc(size)], 'large.pdf'));
    return call('POST', files, form);
  };
  const large = await fileOf(100 * 1024 * 1024);
  assert.equal(large.status, 201);
  await call('DELETE', `${files}/${large.json.id}`);
  assert.equal((await fileOf(100 * 1024 * 1024 + 1)).status, 413);
});
