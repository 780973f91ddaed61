import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { namespaceWords, signalOfCode } from '../../src/command/isolate.ts';
import { carrying } from './carrying.ts';
import { makePlace, type Place } from './raft-loop.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

/** Not every machine lets a user make namespaces; then the program has to say so. */
const allowed = namespaceWords() !== undefined;

function loop(...args: readonly string[]) {
  return place.loop('--isolate', 'pidns', ...args);
}

async function refused(): Promise<void> {
  const { code, stdout, stderr } = await loop('--num', '1', '--', 'true');
  expect([code, stdout]).toEqual([4, '']);
  expect(stderr).toContain('this machine allows no process namespace: leave --isolate out');
}

test('a run sees no process but its own, and its exit code and signal are told', async () => {
  if (!allowed) return refused();
  const script =
    'echo $$; case $RAFT_LOOP_INDEX in 1) exit 0;; 2) exit 7;; 3) kill -SEGV $$;; esac';
  const { stdout } = await loop('--num', '3', '--keep', '--json', '--', 'sh', '-c', script);
  const { failures, passed } = JSON.parse(stdout);
  const messages = failures.map(({ message }: { readonly message: string }) => message);
  expect([passed, messages]).toEqual([1, ['exit code 7', 'killed by SIGSEGV']]);
  const log = join(place.folder, '.raft-loop', '0001', 'run-1', 'output.log');
  expect(Number(readFileSync(log, 'utf8'))).toBeLessThan(10);
});

test('after kill -9 of the loop the kernel ends all that it started', async () => {
  if (!allowed) return refused();
  const mark = `ISOLATED=${process.pid}-${Date.now()}`;
  const script = `export ${mark}; setsid sh -c "sleep 99 & echo > ready; sleep 99" & sleep 99`;
  const { child, ended } = place.start(['--isolate', 'pidns', '--', 'sh', '-c', script]);
  const ready = (): boolean => existsSync(join(place.folder, 'ready'));
  await expect.poll(ready, { timeout: 20_000, interval: 20 }).toBe(true);
  expect(carrying(mark)).not.toEqual([]);
  child.kill('SIGKILL');
  await ended;
  await expect.poll(() => carrying(mark), { timeout: 20_000 }).toEqual([]);
});

test.each([
  [139, 'SIGSEGV'],
  [137, 'SIGKILL'],
  [1, undefined],
])('exit code %i of a shell stands for %s', (code, signal) => {
  expect(signalOfCode(code)).toBe(signal);
});
