// SPDX-License-Identifier: GPL-3.0-or-later
// A script that was written for the cloud runs unchanged: only two variables of its environment say where the API is.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { promisify } from 'node:util';

import { startService } from './service.mjs';

const samples = process.env.SAMPLES;

test('a script for the cloud', async () => {
  const told = [];
  const receiver = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      told.push({ type: request.headers['x-webhook-event-type'], body: Buffer.concat(chunks).toString() });
      response.end();
    });
  });
  await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const service = await startService();
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['cloudscript.mjs', `${samples}/invoice.pdf`, `${samples}/invoice.schema.json`, `http://127.0.0.1:${receiver.address().port}/`],
    { env: { PATH: process.env.PATH, LLAMA_CLOUD_BASE_URL: service.url, LLAMA_CLOUD_API_KEY: service.token } },
  );
  receiver.close();
  const said = JSON.parse(stdout);
  const expected = JSON.parse(readFileSync(`${samples}/invoice.expected.json`, 'utf8'));
  assert.equal(stderr, '');
  assert.match(said.project, /^prj-/);
  assert.equal(said.status, 'COMPLETED');
  assert.deepEqual(said.result, expected);
  assert.deepEqual(said.again, expected);
  assert.equal(said.citations, Object.keys(expected).length);
  assert.ok(said.pages > 0);
  assert.equal(said.finished, 2);
  // The default format is the event's text inside one JSON string.
  assert.deepEqual(told.map((each) => each.type), ['extract.success']);
  assert.deepEqual(JSON.parse(JSON.parse(told[0].body)).data.extract_result, expected);
  await service.stop();
});
