import { Buffer } from 'node:buffer';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { raftAnalyze } from './raft-analyze.ts';

const mebibyte = Buffer.alloc(1024 * 1024, 'x');
const preload = fileURLToPath(new URL('./peak-memory.ts', import.meta.url));

/** Node with the sources takes about 110 MiB by itself. */
const mostMebibytes = 300;

function* lineWithoutEnd(mebibytes: number): Generator<Buffer, void, undefined> {
  for (let count = 0; count < mebibytes; count += 1) yield mebibyte;
}

test('a line of 1 GiB is passed over without being kept', async () => {
  const { code, stdout, stderr } = await raftAnalyze(['-'], {
    stdin: lineWithoutEnd(1024),
    nodeArgs: ['--import', preload],
  });
  expect(stdout).toBe('standard input: no line of it can be read: line 1 is longer than 4 MiB\n');
  expect(code).toBe(3);
  const peak = Number(/^peak (\d+) MiB\n$/.exec(stderr)?.[1]);
  expect(peak).toBeGreaterThan(0);
  expect(peak).toBeLessThan(mostMebibytes);
});
