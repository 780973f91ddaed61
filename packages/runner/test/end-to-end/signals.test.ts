import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePlace, type Place } from './raft-loop.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

function file(name: string): string {
  return join(place.folder, name);
}

async function appears(name: string): Promise<void> {
  await expect.poll(() => existsSync(file(name)), { timeout: 20_000, interval: 20 }).toBe(true);
}

/** Runs twice, once with a failure, then says that it is there and waits for ever. */
const script = `
  [ "$RAFT_LOOP_INDEX" = 1 ] && exit 3
  [ "$RAFT_LOOP_INDEX" = 2 ] && exit 0
  echo $$ > pid; mv pid ready; sleep 100`;

test.each<[NodeJS.Signals, number]>([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])('%s ends a loop with %i, and with what was done', async (signal, code) => {
  const { child, ended } = place.start(['--num', '1000', '--summary', '--', 'sh', '-c', script]);
  await appears('ready');
  child.kill(signal);
  const { stdout, ...others } = await ended;
  expect(others).toEqual({ code, stderr: '' });
  expect(stdout).toContain('✗ Run 1 failed: exit code 3\n');
  expect(stdout).toContain(
    'Total runs:\t2\nSuccesses:\t1\nFailures:\t1\nInterrupted: not all runs were made.\n',
  );
  expect(alive()).toBe(false);
});

test('a signal is heard also among runs that end at once', async () => {
  const { child, ended } = place.start(['--num', 'inf', '-p', '4', '--', 'true']);
  const lines = (): number => {
    const ledger = file('.raft-loop/0001/runs.jsonl');
    return existsSync(ledger) ? readFileSync(ledger, 'utf8').split('\n').length : 0;
  };
  await expect.poll(lines, { timeout: 60_000, interval: 20 }).toBeGreaterThan(200);
  child.kill('SIGINT');
  expect((await ended).code).toBe(130);
});

test('JSON is whole also when interrupted', async () => {
  const { child, ended } = place.start(['--num', '1000', '--json', '--', 'sh', '-c', script]);
  await appears('ready');
  child.kill('SIGINT');
  const { code, stdout } = await ended;
  const { runs, failed, interrupted } = JSON.parse(stdout);
  expect({ code, runs, failed, interrupted }).toEqual({
    code: 130,
    runs: 2,
    failed: 1,
    interrupted: true,
  });
});

test('a second signal ends it at once, and its command too', async () => {
  const stubborn = 'trap "" TERM; echo $$ > pid; mv pid ready; while :; do sleep 0.1; done';
  const { child, ended } = place.start(['--', 'sh', '-c', stubborn]);
  await appears('ready');
  child.kill('SIGINT');
  child.kill('SIGTERM');
  const { code, stdout } = await ended;
  expect([130, 143]).toContain(code);
  expect(stdout).toBe('');
  await expect.poll(alive).toBe(false);
});

test('a simulation stops too', async () => {
  // The number is out of reach, so nothing but the signal ends it.
  const { child, ended } = place.start(['--num', '100000000', '--keep', '--jobs', '2']);
  if (child.stdout === null) throw new Error('no output');
  await once(child, 'spawn');
  await started(child.pid);
  child.kill('SIGINT');
  const { code, stdout, stderr } = await ended;
  expect([code, stderr]).toEqual([130, '']);
  expect(stdout).toMatch(/^\d+ runs of 2A, 0 failures \(interrupted\)\n/);
});

/** Waits until the process listens for SIGHUP, as its SigCgt mask in /proc tells. */
async function started(pid: number | undefined): Promise<void> {
  const listens = (): boolean => {
    const mask = /^SigCgt:\s+([0-9a-f]+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return (BigInt(`0x${mask ?? '0'}`) & 1n) !== 0n;
  };
  await expect.poll(listens, { timeout: 20_000, interval: 20 }).toBe(true);
}

/** Whether the process that said it was ready still runs. */
function alive(): boolean {
  const pid = readFileSync(file('ready'), 'utf8').trim();
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
