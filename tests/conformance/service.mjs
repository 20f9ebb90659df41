// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { faults, watch } from './checkedfetch.mjs';

/** Starts the local service on a folder of its own; its first line says where it listens. */
export async function startService(...options) {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  const program = process.env.SERVICE ?? 'extract-studio-service';
  const child = spawn(program, ['--data', join(folder, 'data'), '--exit-on-stdin-eof', ...options], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const line = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('error', reject);
    child.once('exit', (status) => reject(new Error(`the service ended with ${status}`)));
  });
  // Whatever a test called, its answers were those of the contract.
  const stop = async () => {
    await new Promise((resolve) => {
      child.once('exit', resolve);
      child.stdin.end();
    });
    rmSync(folder, { recursive: true, force: true });
    assert.deepEqual(faults, []);
  };
  const said = JSON.parse(line);
  watch(said.url);
  return { ...said, stop };
}
