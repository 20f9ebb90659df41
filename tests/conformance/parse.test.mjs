// SPDX-License-Identifier: GPL-3.0-or-later
// Every call of the official SDK's `parsing`, and extraction from what was parsed.
import LlamaCloud, { toFile } from '@llamaindex/llama-cloud';
import assert from 'node:assert/strict';
import { createReadStream, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';

import { startService } from './service.mjs';

const samples = process.env.SAMPLES;
const invoice = `${samples}/invoice.pdf`;
const schema = JSON.parse(readFileSync(`${samples}/invoice.schema.json`, 'utf8'));
const fast = { pollingInterval: 0.05 };
const latest = { tier: 'agentic', version: 'latest' };

let service;
let client;
let file;

before(async () => {
  service = await startService();
  client = new LlamaCloud({ baseURL: service.url, apiKey: service.token });
  file = await client.files.create({ file: createReadStream(invoice), purpose: 'parse' });
});

after(() => service.stop());

async function collect(list) {
  const items = [];
  for await (const item of list) items.push(item);
  return items;
}

const refusedFor = (status, text) => (error) => {
  assert.equal(error.status, status);
  assert.match(JSON.stringify(error.error), text);
  return true;
};

test('parse: text, markdown, items and metadata of an uploaded file', async () => {
  const done = await client.parsing.parse(
    { ...latest, file_id: file.id, expand: ['text', 'markdown', 'items', 'metadata', 'job_metadata', 'usage'] },
    fast,
  );
  assert.match(done.job.id, /^pjb-[a-zA-Z0-9-]+$/);
  assert.equal(done.job.status, 'COMPLETED');
  assert.equal(done.job.name, 'invoice.pdf');
  assert.equal(done.job.tier, 'agentic');
  assert.equal(done.job.usage.credits, 0);
  assert.deepEqual(done.text.pages.map((page) => page.page_number), [1, 2]);
  assert.match(done.text.pages[0].text, /TL-2026-0382/);
  const [page] = done.markdown.pages;
  assert.equal(page.success, true);
  assert.match(page.markdown, /^#+ /m);
  assert.match(page.markdown, /^\| Item \| Description \| Qty \| Unit price \| Amount \|$/m);
  assert.match(page.footer, /Page 1 of 2/);
  const table = done.items.pages[0].items.find((item) => item.type === 'table' && item.rows[0][0] === 'Item');
  assert.ok(table.rows.some((row) => row[0] === 'GL-009' && row[4] === '75.60'));
  assert.match(table.csv, /^Item,Description,Qty,Unit price,Amount\r\n/);
  assert.match(table.html, /^<table><tr><th>Item<\/th>/);
  const [box] = table.bbox;
  const { page_width, page_height } = done.items.pages[0];
  assert.ok(box.x > 0 && box.y > 0 && box.x + box.w < page_width && box.y + box.h < page_height);
  assert.equal(done.metadata.pages[1].printed_page_number, '2');
  assert.equal(done.metadata.pages[0].original_orientation_angle, 0);
  assert.equal(done.job_metadata.document_pages, 2);
  assert.equal(done.text_full, null);
});

test('parse: a stream, a buffer and a File come with the request', async () => {
  const bytes = readFileSync(invoice);
  for (const upload_file of [createReadStream(invoice), await toFile(bytes, 'b.pdf'), new File([bytes], 'c.pdf')]) {
    const job = await client.parsing.create({
      ...latest,
      upload_file,
      page_ranges: { target_pages: '2' },
      user_metadata: { who: 'me' },
    });
    assert.equal(job.status, 'PENDING');
    assert.deepEqual(job.user_metadata, { who: 'me' });
    const done = await client.parsing.waitForCompletion(job.id, { expand: ['text_full', 'markdown_full'] }, fast);
    assert.match(done.text_full, /Delivery and terms of sale/);
    assert.doesNotMatch(done.markdown_full, /TL-2026-0382/);
  }
});

test('parse: a picture is recognised, and says how surely', async () => {
  const done = await client.parsing.parse(
    { ...latest, upload_file: createReadStream(`${samples}/receipt.png`), expand: ['metadata', 'text'] },
    fast,
  );
  const [page] = done.metadata.pages;
  assert.ok(page.confidence > 0.5 && page.confidence <= 1);
  assert.equal(done.metadata.document.confidence_breakdown.scored_pages, 1);
  assert.ok(done.text.pages[0].text.length > 50);
});

test('parse: large results by their links', async () => {
  const { job } = await client.parsing.parse({ ...latest, file_id: file.id, expand: ['usage'] }, fast);
  const expand = ['items_content_metadata', 'raw_words_content_metadata', 'xlsx_content_metadata', 'images_content_metadata'];
  const { result_content_metadata: parts, images_content_metadata: images } = await client.parsing.get(job.id, { expand });
  const loaded = await fetch(parts.items.presigned_url);
  const text = await loaded.text();
  assert.equal(Buffer.byteLength(text), parts.items.size_bytes);
  assert.deepEqual(JSON.parse(text), (await client.parsing.get(job.id, { expand: ['items'] })).items);
  assert.ok(parts.raw_words.exists);
  assert.deepEqual(parts.xlsx, { size_bytes: 0, exists: false, presigned_url: null });
  assert.equal(images.total_count, 0);
  assert.equal((await fetch(parts.items.presigned_url.replace('.items', '.words'))).status, 403);
});

test('parse: boxes of words, lines and cells by their link', async () => {
  const output_options = { granular_bboxes: ['word', 'line', 'cell'] };
  const done = await client.parsing.parse({ ...latest, file_id: file.id, output_options, expand: ['items'] }, fast);
  // Nobody has to ask for it.
  const link = done.result_content_metadata.grounded_items;
  const loaded = await fetch(link.presigned_url);
  const text = await loaded.text();
  assert.match(loaded.headers.get('content-type'), /^application\/jsonl/);
  assert.equal(Buffer.byteLength(text), link.size_bytes);
  const pages = text.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(pages.map(({ page_number, success }) => [page_number, success]), [[1, true], [2, true]]);
  const slice = (source, [first, last]) => Buffer.from(source).subarray(first, last).toString();
  const wordsOf = (source, lines) => lines.flatMap((line) => line.words.map((word) => [slice(source, word.span), word.bbox]));
  const words = pages[0].items.flatMap(({ md, rows, grounding }) =>
    grounding.rows
      ? grounding.rows.flatMap((row, r) => row.flatMap((cell, c) => (cell ? wordsOf(rows[r][c], cell.lines) : [])))
      : wordsOf(md, grounding.lines));
  const number = words.find(([word]) => word === 'TL-2026-0382');
  assert.ok(number[1].x > 0 && number[1].w > 20 && number[1].h > 4);
  const table = pages[0].items.find((item) => item.type === 'table' && item.rows[0][0] === 'Item');
  const row = table.rows.findIndex(([id]) => id === 'GL-009');
  const amount = table.grounding.rows[row][4];
  assert.equal(slice(table.rows[row][4], amount.lines[0].words[0].span), '75.60');
  assert.deepEqual(amount.bbox, [amount.lines[0].bbox]);
  assert.deepEqual(pages.map(({ items }) => items.map(({ grounding, ...item }) => item)), done.items.pages.map(({ items }) => items));
  const plain = await client.parsing.parse({ ...latest, file_id: file.id, expand: ['usage'] }, fast);
  assert.equal(plain.result_content_metadata, null);
});

test('parse: all words by their link', async () => {
  const page_ranges = { target_pages: '2' };
  const { job } = await client.parsing.parse({ ...latest, file_id: file.id, page_ranges, expand: ['usage'] }, fast);
  const { result_content_metadata: parts } = await client.parsing.get(job.id, { expand: ['raw_words_content_metadata'] });
  const text = await (await fetch(parts.raw_words.presigned_url)).text();
  assert.equal(Buffer.byteLength(text), parts.raw_words.size_bytes);
  const words = text.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.ok(words.length > 20);
  for (const { page_number, text, x, y, w, h, confidence } of words) {
    assert.ok(page_number === 2 && text && x >= 0 && y >= 0 && w > 0 && h > 0 && confidence === 1);
  }
});

test('parse: the parse job that an extract job names', async () => {
  const own = await client.files.create({ file: createReadStream(invoice), purpose: 'extract' });
  const configuration = { data_schema: schema, cite_sources: true, target_pages: '1' };
  const extracted = await client.extract.run({ file_input: own.id, configuration }, fast);
  const id = extracted.extract_metadata.parse_job_id;
  assert.match(id, /^pjb-[a-zA-Z0-9-]+$/);
  const parsed = await client.parsing.get(id, { expand: ['text', 'markdown'] });
  assert.equal(parsed.job.status, 'COMPLETED');
  assert.equal(parsed.job.tier, extracted.extract_metadata.parse_tier);
  assert.deepEqual(parsed.text.pages.map((page) => page.page_number), [1]);
  assert.match(parsed.markdown.pages[0].markdown, /TL-2026-0382/);
  const again = await client.extract.run({ file_input: id, configuration: { data_schema: schema, cite_sources: true } }, fast);
  assert.deepEqual(again.extract_result, extracted.extract_result);
  assert.deepEqual(again.extract_metadata.field_metadata, extracted.extract_metadata.field_metadata);
  assert.equal(again.extract_metadata.parse_job_id, id);
  await assert.rejects(client.parsing.cancel(id), refusedFor(409, /COMPLETED/));
  await client.parsing.delete(id);
  await assert.rejects(client.parsing.get(id), refusedFor(404, /not found/));
  assert.equal((await client.extract.get(extracted.id)).extract_metadata.parse_job_id, null);
});

test('parse: a parse job that nobody has asked for is deleted, or is gone with its file', async () => {
  const own = await client.files.create({ file: createReadStream(invoice), purpose: 'extract' });
  const configuration = { data_schema: schema, cite_sources: true };
  const [first, second] = await Promise.all([0, 1].map(() => client.extract.run({ file_input: own.id, configuration }, fast)));
  assert.equal((await client.parsing.delete(first.extract_metadata.parse_job_id)).id, first.extract_metadata.parse_job_id);
  await assert.rejects(client.parsing.get(first.extract_metadata.parse_job_id), refusedFor(404, /not found/));
  await client.files.delete(own.id);
  await assert.rejects(client.parsing.get(second.extract_metadata.parse_job_id), refusedFor(404, /file that it read was deleted/));
});

test('parse: lists, pages and filters', async () => {
  const made = [];
  for (let i = 0; i < 3; ++i) made.push(await client.parsing.create({ ...latest, file_id: file.id, page_ranges: { max_pages: 1 } }));
  for (const job of made) await client.parsing.waitForCompletion(job.id, {}, fast);
  const ids = made.map((job) => job.id);
  const listed = await collect(client.parsing.list({ page_size: 2, job_ids: ids, status: 'COMPLETED' }));
  assert.deepEqual(listed.map((job) => job.id), [...ids].reverse());
  const since = await collect(client.parsing.list({ created_at_on_or_after: made[1].created_at }));
  assert.deepEqual(since.map((job) => job.id), ids.slice(1).reverse());
  assert.deepEqual(await collect(client.parsing.list({ status: 'FAILED', job_ids: ids })), []);
  await assert.rejects(client.parsing.list({ status: 'OPEN' }), LlamaCloud.UnprocessableEntityError);
});

test('parse: cancel and delete', async () => {
  const waiting = [];
  for (let i = 0; i < 6; ++i) waiting.push(await client.parsing.create({ ...latest, upload_file: createReadStream(`${samples}/receipt.png`) }));
  const last = waiting.at(-1);
  await assert.rejects(client.parsing.delete(last.id), refusedFor(409, /cancel it/));
  assert.equal((await client.parsing.cancel(last.id)).status, 'CANCELLED');
  await assert.rejects(client.parsing.cancel(last.id), LlamaCloud.ConflictError);
  await assert.rejects(client.parsing.waitForCompletion(last.id, {}, fast), /CANCELLED/);
  assert.deepEqual(await client.parsing.delete(last.id), { id: last.id, project_id: last.project_id });
  await assert.rejects(client.parsing.get(last.id), LlamaCloud.NotFoundError);
  for (const job of waiting.slice(0, -1)) await client.parsing.cancel(job.id).catch(() => {});
});

test('parse: what the API refuses', async () => {
  const create = (body) => client.parsing.create({ ...latest, file_id: file.id, ...body });
  await assert.rejects(create({ not_a_member: 1 }), refusedFor(422, /not_a_member.*Extra inputs/));
  await assert.rejects(create({ page_ranges: { first: 1 } }), refusedFor(422, /extra_forbidden/));
  await assert.rejects(create({ page_ranges: { target_pages: '3-1' } }), refusedFor(422, /target_pages/));
  await assert.rejects(create({ tier: 'turbo' }), refusedFor(422, /literal_error/));
  await assert.rejects(create({ tier: 'fast', agentic_options: {} }), refusedFor(422, /agentic_options/));
  await assert.rejects(create({ version: 'newest' }), refusedFor(422, /version/));
  await assert.rejects(create({ source_url: 'https://example.com/a.pdf' }), refusedFor(422, /exactly one/));
  await assert.rejects(create({ file_id: undefined }), refusedFor(422, /exactly one/));
  await assert.rejects(create({ file_id: 'dfl-none' }), refusedFor(400, /inputs_invalid: /));
  await assert.rejects(client.parsing.create({ file_id: file.id }), refusedFor(422, /tier.*version|version.*tier/));
  await assert.rejects(create({ webhook_configurations: [{ webhook_url: 'https://example.com/' }] }), LlamaCloud.UnprocessableEntityError);
  await assert.rejects(
    client.parsing.create({ ...latest, extra: true, upload_file: createReadStream(invoice) }),
    LlamaCloud.UnprocessableEntityError,
  );
  await assert.rejects(client.parsing.get('pjb-none'), LlamaCloud.NotFoundError);
});

test('parse: a document that cannot be read fails its job', async () => {
  const job = await client.parsing.create({ ...latest, upload_file: await toFile(Buffer.from('no document'), 'a.pdf') });
  await assert.rejects(client.parsing.waitForCompletion(job.id, {}, fast), /UNSUPPORTED_FILE_TYPE/);
});

test('parse: versions', async () => {
  const versions = await client.parsing.listVersions();
  for (const tier of ['fast', 'cost_effective', 'agentic', 'agentic_plus'])
    assert.deepEqual(versions[tier], [versions.latest[tier]]);
  const job = await client.parsing.create({ file_id: file.id, tier: 'fast', version: versions.latest.fast });
  assert.equal(job.tier, 'fast');
});

test('parse: saved configurations', async () => {
  const parameters = { product_type: 'parse_v2', tier: 'cost_effective', version: 'latest', page_ranges: { target_pages: '2' } };
  const saved = await client.configurations.create({ name: 'second page', parameters });
  const done = await client.parsing.parse(
    { tier: 'configured', version: 'configured', configuration_id: saved.id, file_id: file.id, expand: ['text'] },
    fast,
  );
  assert.equal(done.job.tier, 'cost_effective');
  assert.deepEqual(done.text.pages.map((page) => page.page_number), [2]);
  await assert.rejects(
    client.configurations.create({ name: 'bad', parameters: { ...parameters, page_ranges: { target_pages: '0' } } }),
    LlamaCloud.UnprocessableEntityError,
  );
  const job = await client.extract.run({
    file_input: file.id,
    configuration: { data_schema: schema, parse_config_id: saved.id, cite_sources: true },
  }, fast);
  assert.equal(job.extract_metadata.parse_tier, 'cost_effective');
  assert.equal(job.metadata.usage.num_pages_extracted, 1);
  await assert.rejects(
    client.extract.create({ file_input: file.id, configuration: { data_schema: schema, parse_config_id: 'cfg-none' } }),
    refusedFor(400, /inputs_invalid: /),
  );
});

test('extract: from a parse job, the same as from the file', async () => {
  const source = await client.files.create({ file: createReadStream(invoice), purpose: 'parse' });
  const { job: parsed } = await client.parsing.parse({ ...latest, tier: 'fast', file_id: source.id, expand: ['usage'] }, fast);
  // The words are kept; the file is not read again.
  await client.files.delete(source.id);
  const configuration = { data_schema: schema, tier: 'agentic', cite_sources: true, confidence_scores: true };
  const fromFile = await client.extract.run({ file_input: file.id, configuration }, fast);
  const job = await client.extract.run({ file_input: parsed.id, configuration }, fast);
  assert.deepEqual(job.extract_result, fromFile.extract_result);
  assert.deepEqual(job.metadata, fromFile.metadata);
  assert.equal(job.file_input, parsed.id);
  assert.equal(job.extract_metadata.parse_job_id, parsed.id);
  assert.equal(job.extract_metadata.parse_tier, 'fast');
  assert.match(fromFile.extract_metadata.parse_job_id, /^pjb-/);
  assert.notEqual(fromFile.extract_metadata.parse_job_id, parsed.id);
  const pages = await client.extract.run({ file_input: parsed.id, configuration: { ...configuration, extraction_target: 'per_page', target_pages: '2' } }, fast);
  assert.equal(pages.extract_result.length, 1);
  const listed = await collect(client.extract.list({ document_input_type: 'parse_job_id' }));
  assert.deepEqual(listed.slice(0, 2).map((entry) => entry.id), [pages.id, job.id]);
  assert.ok(listed.every((entry) => entry.file_input.startsWith('pjb-')));
  const found = await collect(client.extract.list({ file_input: parsed.id }));
  assert.equal(found.length, 2);
});

test('extract: parse jobs that are of no use', async () => {
  const create = (file_input) => client.extract.create({ file_input, configuration: { data_schema: schema } });
  await assert.rejects(create('pjb-none'), refusedFor(400, /inputs_invalid: .*pjb-none/));
  const broken = await client.parsing.create({ ...latest, upload_file: await toFile(Buffer.from('no document'), 'a.pdf') });
  await assert.rejects(client.parsing.waitForCompletion(broken.id, {}, fast));
  await assert.rejects(create(broken.id), refusedFor(400, /inputs_invalid: .*FAILED/));
});

test('webhooks of a parse job', async () => {
  const events = [];
  const receiver = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      events.push(JSON.parse(Buffer.concat(chunks)));
      response.end();
    });
  });
  await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const webhook = { webhook_url: `http://127.0.0.1:${receiver.address().port}/`, webhook_output_format: 'json' };
  const job = await client.parsing.create({ ...latest, file_id: file.id, webhook_configurations: [webhook] });
  await client.parsing.waitForCompletion(job.id, {}, fast);
  while (!events.some((event) => event.event_type === 'parse.success')) await new Promise((resolve) => setTimeout(resolve, 20));
  receiver.close();
  assert.deepEqual(events.map((event) => event.event_type).sort(), ['parse.pending', 'parse.running', 'parse.success']);
  assert.ok(events.every((event) => event.data.job_id === job.id && event.data.id === job.id));
});

test('the history of parse jobs', async () => {
  const points = await collect(client.jobDataPoints.list({ job_type: 'parse', status: ['completed'] }));
  assert.ok(points.length > 3 && points.every((point) => point.id.startsWith('pjb-')));
});

test('parse: the fields of a form, and the document to keep', async () => {
  const done = await client.parsing.parse(
    {
      ...latest,
      output_options: { save_output_pdf: true },
      upload_file: createReadStream(`${samples}/../../tests/samples/fields.pdf`),
      expand: ['forms', 'output_pdf_content_metadata', 'forms_content_metadata'],
    },
    fast,
  );
  const [first, second] = done.forms.pages;
  assert.deepEqual(second.forms, []);
  const [form] = first.forms;
  assert.deepEqual(form.json.slice(0, 2).map((field) => [field.label, field.value ?? null]), [
    ['Full name', 'Ada Example'],
    ['Place of birth', null],
  ]);
  assert.equal(form.list.items.length, form.json.length);
  const { output_pdf: copy, forms } = done.result_content_metadata;
  const bytes = Buffer.from(await (await fetch(copy.presigned_url)).arrayBuffer());
  assert.equal(bytes.length, copy.size_bytes);
  assert.deepEqual(bytes, readFileSync(`${samples}/../../tests/samples/fields.pdf`));
  assert.deepEqual(await (await fetch(forms.presigned_url)).json(), done.forms);
  const unasked = await client.parsing.parse({ ...latest, file_id: file.id, expand: ['forms', 'output_pdf_content_metadata'] }, fast);
  assert.equal(unasked.result_content_metadata.output_pdf.exists, false);
});
