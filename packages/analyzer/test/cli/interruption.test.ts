import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { healthyTrace, nativeText } from '../native-trace.ts';

const entry = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'raftlens-interruption-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function start(args: readonly string[]) {
  return spawn(process.execPath, ['--conditions=raftlens-source', entry, ...args], {
    env: { NO_COLOR: '1' },
  });
}

/** Enough lines for several samples of the format and more than fits into a pipe. */
const manyLines = nativeText(healthyTrace).repeat(500);

test('on a pipe that never ends, Ctrl-C shows what was read, and exits 130', async () => {
  const child = start(['-', '--timeline']);
  // It closes its input when it ends, whatever is still to be written.
  child.stdin.on('error', () => {});
  child.stdin.write(manyLines);
  // The timeline shows that it reads; the pipe stays open.
  await once(child.stdout, 'data');
  const output = text(child.stdout);
  child.kill('SIGINT');
  await once(child, 'close');
  expect(child.exitCode).toBe(130);
  expect(await output).toContain('Rules\n');
});

test('a reader that closes the pipe ends it without complaint', async () => {
  const path = join(folder, 'trace.jsonl');
  writeFileSync(path, manyLines);
  const child = start([path, '--timeline']);
  const complaint = text(child.stderr);
  await once(child.stdout, 'data');
  child.stdout.destroy();
  await once(child, 'close');
  expect({ code: child.exitCode, complaint: await complaint }).toEqual({ code: 0, complaint: '' });
});
