// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the local service with the official SDK, as a script that was written for the cloud would.
import LlamaCloud, { toFile } from '@llamaindex/llama-cloud';
import assert from 'node:assert/strict';
import { createReadStream, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { startService } from './service.mjs';

const samples = process.env.SAMPLES;
const invoice = `${samples}/invoice.pdf`;
const schema = JSON.parse(readFileSync(`${samples}/invoice.schema.json`, 'utf8'));
const expected = JSON.parse(readFileSync(`${samples}/invoice.expected.json`, 'utf8'));
const small = { type: 'object', properties: { invoice_number: { type: 'string' } } };

let service;
let client;
let file;

before(async () => {
  service = await startService();
  process.env.LLAMA_CLOUD_BASE_URL = service.url;
  process.env.LLAMA_CLOUD_API_KEY = service.token;
  client = new LlamaCloud();
  file = await client.files.create({ file: createReadStream(invoice), purpose: 'extract' });
});

after(() => service.stop());

async function collect(list) {
  const items = [];
  for await (const item of list) items.push(item);
  return items;
}

test('files: from a stream, a buffer and a File', async () => {
  assert.match(file.id, /^dfl-[a-zA-Z0-9-]+$/);
  assert.equal(file.name, 'invoice.pdf');
  const bytes = readFileSync(invoice);
  for (const upload of [await toFile(bytes, 'ä "b".pdf'), new File([bytes], 'ä "b".pdf')]) {
    const made = await client.files.create({ file: upload, purpose: 'extract', external_file_id: 'mine' });
    assert.equal(made.name, 'ä "b".pdf');
    assert.equal(made.external_file_id, 'mine');
    const { url } = await client.files.content(made.id);
    assert.deepEqual(Buffer.from(await (await fetch(url)).arrayBuffer()), bytes);
    assert.equal(await client.files.delete(made.id), null);
    await assert.rejects(client.files.delete(made.id), LlamaCloud.NotFoundError);
  }
});

test('files: pages are followed by themselves', async () => {
  const names = ['c', 'a', 'b'].map((name) => `${name}-page.pdf`);
  for (const name of names)
    await client.files.create({ file: await toFile(Buffer.from('x'), name), purpose: 'extract', external_file_id: 'pages' });
  const listed = await collect(client.files.list({ page_size: 1, external_file_id: 'pages', order_by: 'name' }));
  assert.deepEqual(listed.map((entry) => entry.name), [...names].sort());
  const [withLink] = (await client.files.list({ file_ids: [file.id], expand: ['download_url'] })).items;
  assert.equal(withLink.id, file.id);
  assert.equal((await fetch(withLink.download_url.url)).status, 200);
  assert.deepEqual(await client.files.retrieve(file.id), file);
  const queried = await client.files.query({ filter: { external_file_id: 'pages' }, page_size: 2 });
  assert.equal(queried.items.length, 2);
  assert.ok(queried.next_page_token);
});

test('extract.run: values, citations, confidence and usage', async () => {
  const job = await client.extract.run({
    file_input: file.id,
    configuration: { data_schema: schema, tier: 'agentic', cite_sources: true, confidence_scores: true },
  });
  assert.equal(job.status, 'COMPLETED');
  assert.match(job.id, /^ext-[a-zA-Z0-9-]+$/);
  assert.equal(job.extract_result.invoice_number, expected.invoice_number);
  const entry = job.extract_metadata.field_metadata.document_metadata.invoice_number;
  assert.ok(entry.confidence > 0 && entry.confidence <= 1);
  assert.ok(entry.citation[0].page >= 1);
  assert.ok(entry.citation[0].bounding_boxes[0].w > 0);
  assert.equal(job.metadata.usage.num_pages_extracted, 2);
  const again = await client.extract.get(job.id, { expand: ['configuration', 'extract_metadata', 'usage'] });
  assert.equal(again.configuration.tier, 'agentic');
  assert.equal(again.configuration.version, 'latest');
  assert.equal(again.usage.credits, 0);
});

test('extract: create, wait, list, cancel, delete', async () => {
  const created = [];
  for (let i = 0; i < 3; ++i)
    created.push(await client.extract.create({ file_input: file.id, configuration: { data_schema: small } }));
  for (const job of created) {
    const done = await client.extract.waitForCompletion(job.id, { pollingInterval: 0.05 });
    assert.ok('invoice_number' in done.extract_result);
  }
  const listed = await collect(client.extract.list({ page_size: 2, job_ids: created.map((job) => job.id), status: 'COMPLETED' }));
  assert.deepEqual(listed.map((job) => job.id), created.map((job) => job.id).reverse());
  const started = Date.now();
  await assert.rejects(client.extract.cancel(created[0].id), LlamaCloud.ConflictError);
  assert.ok(Date.now() - started < 2000, 'a permanent conflict is not repeated');
  await client.extract.delete(created[0].id);
  await assert.rejects(client.extract.get(created[0].id), LlamaCloud.NotFoundError);
});

test('extract: a document that cannot be read fails its job', async () => {
  const text = await client.files.create({ file: await toFile(Buffer.from('no document'), 'a.pdf'), purpose: 'extract' });
  const job = await client.extract.create({ file_input: text.id, configuration: { data_schema: small } });
  await assert.rejects(client.extract.waitForCompletion(job.id, { pollingInterval: 0.05 }));
  assert.match((await client.extract.get(job.id)).error_message, /^UNSUPPORTED_FILE_TYPE: /);
});

test('extract: pages and targets', async () => {
  const job = await client.extract.run({
    file_input: file.id,
    configuration: { data_schema: small, extraction_target: 'per_page', target_pages: '2' },
  });
  assert.equal(job.extract_result.length, 1);
});

test('configurations: saved, used, changed, deleted', async () => {
  const parameters = { product_type: 'extract_v2', data_schema: small, tier: 'agentic', version: 'latest' };
  const saved = await client.configurations.create({ name: 'invoices', parameters });
  assert.match(saved.id, /^cfg-/);
  assert.deepEqual(saved.parameters, parameters);
  const replaced = await client.configurations.create({ name: 'invoices', parameters: { ...parameters, max_pages: 1 } });
  assert.equal(replaced.id, saved.id);
  const job = await client.extract.run({ file_input: file.id, configuration_id: saved.id });
  assert.equal(job.configuration_id, saved.id);
  assert.equal(job.metadata.usage.num_pages_extracted, 1);
  const found = await collect(client.extract.list({ configuration_id: saved.id }));
  assert.deepEqual(found.map((entry) => entry.id), [job.id]);
  const renamed = await client.configurations.update(saved.id, { name: 'bills' });
  assert.equal(renamed.name, 'bills');
  assert.equal((await client.configurations.retrieve(saved.id)).parameters.max_pages, 1);
  const listed = await collect(client.configurations.list({ product_type: ['extract_v2'], latest_only: true }));
  assert.deepEqual(listed.map((entry) => entry.name), ['bills']);
  assert.equal(await client.configurations.delete(saved.id), null);
  await assert.rejects(client.configurations.retrieve(saved.id), LlamaCloud.NotFoundError);
});

test('schemas are checked', async () => {
  const { data_schema } = await client.extract.validateSchema({ data_schema: { $schema: 'x', ...small } });
  assert.deepEqual(data_schema, small);
  await assert.rejects(client.extract.validateSchema({ data_schema: { type: 'array' } }), (error) => {
    assert.ok(error instanceof LlamaCloud.BadRequestError);
    assert.match(error.error.detail, /^schema_validation: /);
    return true;
  });
});

test('projects in both versions', async () => {
  const [project] = await client.projects.list();
  assert.equal(project.is_default, true);
  assert.equal(file.project_id, project.id);
  assert.equal((await client.projects.get(project.id)).id, project.id);
  assert.equal((await client.v2Projects.get(project.id)).name, project.name);
  const listed = await collect(client.v2Projects.list());
  assert.deepEqual(listed.map((entry) => entry.id), [project.id]);
});

test('the history of jobs', async () => {
  const points = await collect(client.jobDataPoints.list({ job_type: 'extract', hours: 2, status: ['completed'], page_size: 3 }));
  assert.ok(points.length > 3);
  assert.ok(points.every((point) => point.status === 'completed' && point.state_transitions.completed_at));
});

test('webhooks of a job are kept to this computer', async () => {
  const request = { file_input: file.id, configuration: { data_schema: small } };
  const elsewhere = { ...request, webhook_configurations: [{ webhook_url: 'https://example.com/' }] };
  await assert.rejects(client.extract.create(elsewhere), LlamaCloud.UnprocessableEntityError);
});

test('errors arrive as their classes', async () => {
  const stranger = new LlamaCloud({ apiKey: 'llx-wrong' });
  await assert.rejects(stranger.projects.list(), LlamaCloud.AuthenticationError);
  await assert.rejects(client.extract.get('ext 1/2'), LlamaCloud.NotFoundError);
  await assert.rejects(client.extract.create({ file_input: file.id }), LlamaCloud.UnprocessableEntityError);
  await assert.rejects(
    client.extract.create({ file_input: 'dfl-none', configuration: { data_schema: small } }),
    LlamaCloud.BadRequestError,
  );
  await assert.rejects(
    client.files.create({ file: await toFile(Buffer.alloc(0), 'empty.pdf'), purpose: 'extract' }),
    LlamaCloud.BadRequestError,
  );
});
