import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withLock } from './lock.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raftlens-lock-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('lets one in at a time', async () => {
  const steps: string[] = [];
  const work = (name: string) => async (): Promise<void> => {
    steps.push(`${name} in`);
    await new Promise((resolve) => setImmediate(resolve));
    steps.push(`${name} out`);
  };
  const lock = join(folder, 'deep', 'lock');
  await Promise.all([withLock(work('a'), lock), withLock(work('b'), lock)]);
  expect(steps).toEqual(['a in', 'a out', 'b in', 'b out']);
});

it('takes the lock of a process that is gone', async () => {
  const lock = join(folder, 'lock');
  mkdirSync(lock);
  // No process has this number: the greatest is far below on every system.
  writeFileSync(join(lock, 'owner'), `${2 ** 30} ${hostname()}`);
  expect(await withLock(() => Promise.resolve('done'), lock)).toBe('done');
});

it('gives the lock back when the work fails', async () => {
  const lock = join(folder, 'lock');
  await expect(withLock(() => Promise.reject(new Error('no')), lock)).rejects.toThrow('no');
  expect(await withLock(() => Promise.resolve('done'), lock)).toBe('done');
});
