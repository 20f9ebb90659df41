// SPDX-License-Identifier: GPL-3.0-or-later
// Every operation of the contract is called on the service, well and badly; each answer is checked against it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { faults, seen } from './checkedfetch.mjs';
import { faultsOf, operations, takesJson } from './contract.mjs';
import { startService } from './service.mjs';

const invoice = readFileSync(`${process.env.SAMPLES}/invoice.pdf`);
const latest = { tier: 'agentic', version: 'latest' };
const schema = { type: 'object', properties: { invoice_number: { type: 'string' } } };
let service;

before(async () => (service = await startService()));
after(() => service.stop());

async function call(method, path, body, headers = {}) {
  const isForm = body instanceof FormData;
  const answer = await fetch(service.url + path, {
    method,
    headers: {
      authorization: `Bearer ${service.token}`,
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined || isForm ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, json: text ? JSON.parse(text) : null };
}

function form(fields) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  data.append('file', new File([invoice], 'invoice.pdf'));
  return data;
}

async function untilOver(path) {
  for (;;) {
    const { json } = await call('GET', path);
    if (!['PENDING', 'THROTTLED', 'RUNNING'].includes((json.job ?? json).status)) return json;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('the check finds wrong answers', () => {
  const answer = { method: 'GET', path: '/api/v1/projects', status: 200, contentType: 'application/json' };
  const project = { id: 'p', name: 'n', organization_id: 'o' };
  assert.deepEqual(faultsOf({ ...answer, body: JSON.stringify([project]) }), []);
  assert.match(faultsOf({ ...answer, body: JSON.stringify([{ ...project, name: undefined }]) })[0], /name/);
  assert.match(faultsOf({ ...answer, body: JSON.stringify({ items: [project] }) })[0], /array/);
  assert.match(faultsOf({ ...answer, body: '[' })[0], /no JSON/);
  assert.match(faultsOf({ ...answer, contentType: 'text/plain', body: '[]' })[0], /content type/);
  assert.match(faultsOf({ ...answer, status: 201, body: '[]' })[0], /may not answer 201/);
  assert.match(faultsOf({ ...answer, path: '/api/v1/other', body: '[]' })[0], /not in the contract/);
  assert.ok(faultsOf({ ...answer, status: 404, body: '{"message":"x"}' }).length);
  const gone = { ...answer, method: 'DELETE', path: '/api/v1/beta/files/x', status: 204, contentType: null };
  assert.deepEqual(faultsOf({ ...gone, body: '' }), []);
  assert.match(faultsOf({ ...gone, body: '{}' })[0], /with a body/);
  const job = { id: 'ext-1', project_id: 'p', file_input: 'dfl-1', status: 'COMPLETED', created_at: 'yesterday', updated_at: '2026-01-01T00:00:00Z' };
  assert.match(faultsOf({ ...answer, path: '/api/v2/extract/ext-1', body: JSON.stringify(job) })[0], /created_at.*date-time/);
  const page = { page_number: 1, success: true, page_width: 612, page_height: 792 };
  const parsed = (...items) => ({
    ...answer,
    path: '/api/v2/parse/pjb-1',
    body: JSON.stringify({ job: { id: 'pjb-1', project_id: 'p', status: 'COMPLETED' }, items: { pages: [{ ...page, items }] } }),
  });
  assert.deepEqual(faultsOf(parsed({ type: 'text', md: 'a', value: 'a', bbox: [{ x: 0, y: 0, w: 1, h: 1 }] }, { type: 'new', md: 'b' })), []);
  assert.match(faultsOf(parsed({ type: 'text', md: 'a' }))[0], /value/);
  assert.match(faultsOf(parsed({ type: 'table', md: 'a', rows: [['a']], csv: 'a' }))[0], /html/);
  assert.match(faultsOf(parsed({ type: 'text', md: 'a', value: 'a', bbox: [{ x: 0, y: 0, w: 1 }] }))[0], /'h'/);
  assert.match(faultsOf(parsed({ type: 'list', md: 'a', ordered: false, items: [{ type: 'text', md: 'a' }] }))[0], /value/);
});

test('every operation, as it is meant', async () => {
  const file = (await call('POST', '/api/v1/beta/files', form({ purpose: 'extract' }))).json;
  for (const path of ['', `/${file.id}`, `/${file.id}?expand=download_url`, `/${file.id}/content`])
    assert.equal((await call('GET', `/api/v1/beta/files${path}`)).status, 200);
  assert.equal((await call('POST', '/api/v1/beta/files/query', { filter: { file_ids: [file.id] } })).json.items.length, 1);

  for (const name of ['validation', 'validate'])
    assert.equal((await call('POST', `/api/v2/extract/schema/${name}`, { data_schema: schema })).status, 200);
  const proposed = await call('POST', '/api/v2/extract/schema/generate', { file_id: file.id });
  assert.equal(proposed.status, 200);

  const saved = await call('POST', '/api/v1/beta/configurations', proposed.json);
  assert.equal(saved.status, 201);
  const configuration = `/api/v1/beta/configurations/${saved.json.id}`;
  assert.equal((await call('GET', configuration)).status, 200);
  assert.equal((await call('PUT', configuration, { name: 'renamed' })).json.name, 'renamed');
  assert.equal((await call('GET', '/api/v1/beta/configurations?latest_only=true')).json.items.length, 1);

  const endpoint = await call('POST', '/api/v1/beta/webhook-configs', { webhook_url: 'http://127.0.0.1:9/', webhook_signing_secret: 'hush' });
  assert.equal(endpoint.status, 201);
  const one = `/api/v1/beta/webhook-configs/${endpoint.json.id}`;
  assert.equal((await call('GET', '/api/v1/beta/webhook-configs')).json.length, 1);
  assert.equal((await call('GET', one)).json.has_secret, true);
  assert.deepEqual((await call('PUT', one, { webhook_events: ['extract.success'] })).json.webhook_events, ['extract.success']);

  const everything = ['configuration', 'extract_metadata', 'metadata', 'usage', 'unknown'].map((part) => `expand=${part}`).join('&');
  for (const target of ['per_doc', 'per_page', 'per_table_row']) {
    const wish = { data_schema: schema, extraction_target: target, cite_sources: true, confidence_scores: true };
    const job = await call('POST', '/api/v2/extract', { file_input: file.id, configuration: wish, webhook_configuration_ids: [endpoint.json.id] });
    assert.equal(job.status, 200);
    assert.equal((await untilOver(`/api/v2/extract/${job.json.id}?${everything}`)).status, 'COMPLETED');
  }
  assert.equal((await call('DELETE', one)).status, 204);
  const jobs = (await call('GET', `/api/v2/extract?${everything}&page_size=2`)).json;
  assert.equal(jobs.items.length, 2);
  assert.equal((await call('GET', `/api/v2/extract?page_size=2&page_token=${jobs.next_page_token}`)).json.next_page_token, null);
  const queued = await Promise.all([...Array(8)].map(() => call('POST', '/api/v2/extract', { file_input: file.id, configuration_id: saved.json.id })));
  assert.equal((await call('POST', `/api/v2/extract/${queued[7].json.id}/cancel`)).json.status, 'CANCELLED');
  const conflict = await call('POST', `/api/v2/extract/${queued[7].json.id}/cancel`);
  assert.equal(conflict.status, 409);
  assert.equal(conflict.headers.get('x-should-retry'), 'false');
  assert.equal((await call('DELETE', `/api/v2/extract/${queued[7].json.id}`)).status, 200);
  assert.equal((await call('GET', '/api/v1/job-data-points?job_type=extract')).status, 200);

  for (const kind of ['projects', 'organizations'])
    for (const version of ['v1', 'v2']) {
      const { json } = await call('GET', `/api/${version}/${kind}`);
      const [first] = json.items ?? json;
      assert.equal((await call('GET', `/api/${version}/${kind}/${first.id}`)).status, 200);
    }
  assert.equal((await call('DELETE', configuration)).status, 204);
  assert.equal((await call('DELETE', `/api/v1/beta/files/${file.id}`)).status, 204);
});

test('every parse operation, as it is meant', async () => {
  const file = (await call('POST', '/api/v1/beta/files', form({ purpose: 'parse' }))).json;
  assert.equal((await call('GET', '/api/v2/parse/versions')).status, 200);
  const made = await call('POST', '/api/v2/parse', { ...latest, file_id: file.id, user_metadata: { who: 'me' } });
  const sent = await call('POST', '/api/v2/parse/upload', form({ configuration: JSON.stringify({ ...latest, tier: 'fast' }) }));
  const contents = ['text', 'markdown', 'items', 'metadata', 'forms'];
  const sizes = [...contents, 'raw_words', 'xlsx', 'output_pdf', 'images'].map((name) => `${name}_content_metadata`);
  const everything = [...contents, 'job_metadata', 'usage', 'text_full', 'markdown_full', ...sizes].map((part) => `expand=${part}`).join('&');
  for (const job of [made, sent]) {
    assert.equal(job.status, 200);
    const over = await untilOver(`/api/v2/parse/${job.json.id}?${everything}`);
    assert.equal(over.job.status, 'COMPLETED');
    for (const part of ['text', 'markdown', 'items', 'metadata']) assert.equal(over[part].pages.length, 2, part);
    assert.ok(over.items.pages.some((page) => page.items.some((item) => item.type === 'table')));
    assert.equal((await call('GET', `/api/v2/parse/${job.json.id}`)).json.text, null);
  }
  const listed = (await call('GET', '/api/v2/parse?page_size=1&status=COMPLETED')).json;
  assert.deepEqual(listed.items.map((job) => job.id), [sent.json.id]);
  assert.equal((await call('GET', `/api/v2/parse?page_size=1&page_token=${listed.next_page_token}`)).json.items[0].id, made.json.id);
  assert.equal((await call('POST', `/api/v2/parse/${made.json.id}/cancel`)).status, 409);

  const gone = (await call('POST', '/api/v1/beta/files', form({ purpose: 'parse' }))).json;
  assert.equal((await call('DELETE', `/api/v1/beta/files/${gone.id}`)).status, 204);
  assert.equal((await call('POST', '/api/v2/parse', { ...latest, file_id: gone.id })).status, 400);
  const queued = await Promise.all([...Array(8)].map(() => call('POST', '/api/v2/parse', { ...latest, file_id: file.id })));
  const last = `/api/v2/parse/${queued[7].json.id}`;
  assert.equal((await call('DELETE', last)).status, 409);
  assert.equal((await call('POST', `${last}/cancel`)).json.status, 'CANCELLED');
  assert.equal((await call('GET', last)).json.job.status, 'CANCELLED');
  assert.deepEqual((await call('DELETE', last)).json, { id: queued[7].json.id, project_id: made.json.project_id });
  assert.equal((await call('GET', '/api/v1/job-data-points?job_type=parse')).status, 200);
});

test('every operation without a token, on another project, with an unknown id or a bad body', async () => {
  for (const operation of operations) {
    const [method, template] = operation.split(' ');
    const path = template.replace(/\{[^}]+\}/g, 'none');
    assert.equal((await call(method, path, undefined, { authorization: '' })).status, 401, operation);
    assert.equal((await call(method, `${path}?project_id=prj-other`)).status, 403, operation);
    assert.equal((await call(method, `${path}?organization_id=other`)).status, 403, operation);
    if (template.includes('{')) assert.equal((await call(method, path, method === 'PUT' ? {} : undefined)).status, 404, operation);
    if (takesJson(operation))
      for (const body of [7, [], 'text', null]) assert.equal((await call(method, path, body)).status, 422, `${operation} ${JSON.stringify(body)}`);
    if (method === 'GET') assert.ok((await call(method, `${path}?project_id=&organization_id=`)).status !== 403, operation);
  }
  for (const filter of [7, [], { file_ids: 'dfl-1' }, { file_ids: [1] }, { file_name: 7 }])
    assert.equal((await call('POST', '/api/v1/beta/files/query', { filter })).status, 422, JSON.stringify(filter));
  for (const configuration of ['7', '[]', '{}', JSON.stringify({ ...latest, file_id: 'dfl-1' })])
    assert.equal((await call('POST', '/api/v2/parse/upload', form({ configuration }))).status, 422, configuration);
  assert.equal((await call('POST', '/api/v2/parse/upload', form({ configuration: '{' }))).status, 400);
  assert.equal((await call('GET', '/api/v2/parse?status=OPEN')).status, 422);
  assert.equal((await call('GET', '/api/v9/none')).status, 404);
  assert.equal((await call('PATCH', '/api/v2/extract')).status, 405);
  assert.equal((await call('GET', '/api/v1/projects', undefined, { origin: 'https://example.com' })).status, 403);
  assert.equal((await call('GET', '/api/v2/extract?page_size=0')).status, 422);
});

test('the contract was kept, and all of it was asked', () => {
  assert.deepEqual(faults, []);
  const called = operations.filter((operation) => [...seen].some((one) => one.startsWith(`${operation} 2`)));
  const missing = operations.filter((operation) => !called.includes(operation));
  assert.deepEqual(missing, []);
  console.log(`${seen.size} kinds of answers of ${called.length} operations were checked`);
});
