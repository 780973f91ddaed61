import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';

const sources = join(import.meta.dirname, '..', '..', 'src', 'campaign');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raft-threads-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is compiled while the worker of a campaign starts from its sources and ends. */
function compiled(prepare: string): string {
  const logFile = join(folder, 'v8.log');
  const script = `
    import { Worker } from 'node:worker_threads';
    ${prepare}
    const seedAtWork = new Float64Array(new SharedArrayBuffer(8));
    const workerData = { scenario: '2A', bug: 'stale-vote', seedAtWork };
    const worker = new Worker(${JSON.stringify(join(sources, 'worker.ts'))}, { workerData });
    worker.once('message', () => worker.postMessage('over'));`;
  writeFileSync(join(folder, 'start.mjs'), script);
  const flags = ['--log-code', `--logfile=${logFile}`, '--no-logfile-per-isolate'];
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--conditions=raftlens-source', ...flags, join(folder, 'start.mjs')],
    { encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
  return readFileSync(logFile, 'latin1');
}

const stripsTypes = /wasm-function/;
const sharedByThreads = /wasm-to-js,/;

test('a thread from sources compiles nothing that threads share', () => {
  const file = JSON.stringify(join(sources, 'threads-from-sources.ts'));
  const log = compiled(`(await import(${file})).prepareThreadsFromSources();`);
  expect(log).toMatch(stripsTypes);
  expect(log).not.toMatch(sharedByThreads);
});

test('it would, were it not for that', () => {
  expect(compiled('')).toMatch(sharedByThreads);
});
