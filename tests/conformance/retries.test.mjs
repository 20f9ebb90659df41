// SPDX-License-Identifier: GPL-3.0-or-later
// What the official SDK does when the way to the service is bad: a gateway in between answers some requests itself.
import LlamaCloud, { toFile } from '@llamaindex/llama-cloud';
import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { createServer, request as forward } from 'node:http';
import { after, before, test } from 'node:test';

import { startService } from './service.mjs';

const configuration = { data_schema: { type: 'object', properties: { invoice_number: { type: 'string' } } } };

let service;
let file;

before(async () => {
  service = await startService();
  const client = new LlamaCloud({ baseURL: service.url, apiKey: service.token });
  file = await client.files.create({ file: createReadStream(`${process.env.SAMPLES}/invoice.pdf`), purpose: 'extract' });
});

after(() => service.stop());

/** Passes requests on to the service, but asks `interfere(number, request, response, pass)` first. */
async function gateway(interfere) {
  const seen = [];
  const server = createServer((request, response) => {
    seen.push(request.headers['x-stainless-retry-count']);
    const pass = (use) => {
      const target = new URL(request.url, service.url);
      const onward = forward(target, { method: request.method, headers: { ...request.headers, host: target.host } }, use);
      request.pipe(onward);
    };
    const answer = (reply) => {
      response.writeHead(reply.statusCode, reply.headers);
      reply.pipe(response);
    };
    if (!interfere(seen.length, response, pass)) pass(answer);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new LlamaCloud({ baseURL: `http://127.0.0.1:${server.address().port}`, apiKey: service.token });
  return { client, seen, close: () => server.close() };
}

function refuse(response, status, headers = {}, body = '<html>busy</html>') {
  response.writeHead(status, { 'content-type': 'text/html', ...headers });
  response.end(body);
  return true;
}

test('503 and 429 are repeated until the service answers', async () => {
  const { client, seen, close } = await gateway(
    (number, response) => number < 3 && refuse(response, number === 1 ? 503 : 429, { 'retry-after-ms': '10' }),
  );
  const [project] = await client.projects.list();
  assert.ok(project.is_default);
  assert.deepEqual(seen, ['0', '1', '2']);
  close();
});

test('a job whose answer was lost is made once when the request has a key', async () => {
  const { client, close } = await gateway((number, response, pass) => {
    // The service has taken the job, but nobody hears of it.
    if (number === 1) pass(() => response.destroy());
    return number === 1;
  });
  const job = await client.extract.create(
    { file_input: file.id, configuration },
    { headers: { 'Idempotency-Key': 'once' } },
  );
  const listed = await client.extract.list();
  assert.deepEqual(listed.items.map((entry) => entry.id), [job.id]);
  close();
});

test('files, parse uploads and webhook endpoints are made once, too', async () => {
  const once = (key) => ({ headers: { 'Idempotency-Key': key } });
  const { client, close } = await gateway((number, response, pass) => {
    if (number % 2 === 1) pass(() => response.destroy());
    return number % 2 === 1;
  });
  const upload = () => toFile(Buffer.from('Invoice 7, total 12.50 EUR\n'), 'once.txt');
  const made = await client.files.create({ file: await upload(), purpose: 'extract' }, once('file'));
  assert.equal(made.name, 'once.txt');
  const plain = new LlamaCloud({ baseURL: service.url, apiKey: service.token });
  const named = async (file_name) => (await plain.files.list({ file_name })).items.map((entry) => entry.id);
  assert.deepEqual(await named('once.txt'), [made.id]);
  const parsing = { tier: 'fast', version: 'latest', upload_file: await toFile(Buffer.from('Invoice 8\n'), 'parsed.txt') };
  const parsed = await client.parsing.create(parsing, once('parse'));
  assert.deepEqual((await plain.parsing.list()).items.map((entry) => entry.id), [parsed.id]);
  assert.equal((await named('parsed.txt')).length, 1);
  const hook = await client.webhookConfigs.create({ webhook_url: 'http://127.0.0.1:9/' }, once('hook'));
  assert.deepEqual((await plain.webhookConfigs.list()).map((entry) => entry.id), [hook.id]);
  close();
});

test('what stays wrong is raised as its class', async () => {
  const { client, seen, close } = await gateway((number, response) => refuse(response, number === 1 ? 502 : 418));
  await assert.rejects(client.projects.list({}, { maxRetries: 0 }), LlamaCloud.InternalServerError);
  await assert.rejects(client.projects.list(), (error) => error instanceof LlamaCloud.APIError && error.status === 418);
  assert.equal(seen.length, 2);
  close();
});

test('a permanent conflict is not repeated', async () => {
  const { client, seen, close } = await gateway(() => false);
  const job = await client.extract.create({ file_input: file.id, configuration });
  await client.extract.waitForCompletion(job.id, { pollingInterval: 0.05 });
  const before = seen.length;
  await assert.rejects(client.extract.cancel(job.id), LlamaCloud.ConflictError);
  assert.equal(seen.length, before + 1);
  close();
});

test('a service that is not there, then there', async () => {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  const client = new LlamaCloud({ baseURL: `http://127.0.0.1:${port}`, apiKey: 'any' });
  await assert.rejects(client.projects.list({}, { maxRetries: 0 }), LlamaCloud.APIConnectionError);
  const early = client.projects.list();
  const late = await startService('--port', String(port), '--any-token');
  assert.equal((await early).length, 1);
  await late.stop();
});

test('an answer that never comes times out', async () => {
  const { client, close } = await gateway((number) => number === 1);
  await assert.rejects(client.projects.list({}, { timeout: 100, maxRetries: 0 }), LlamaCloud.APIConnectionTimeoutError);
  assert.equal((await client.projects.list()).length, 1);
  close();
});
