import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunSource } from '../../src/command/run-source.ts';
import { endOf, pullRuns } from '../../src/pull/pull-runs.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raft-loop-pull-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const never = new AbortController().signal;

type Noted = Readonly<Record<string, readonly number[]>>;

function machine(me: string, num: number, noted: Noted = {}, jobs = 2): RunSource {
  return pullRuns({
    ...{ folder, me, num, jobs, leaseMs: 60_000 },
    notedBy: async (by) => new Set(noted[by]),
  });
}

/** Takes runs, `many` at most, and has made them. */
async function make(source: RunSource, many = Number.POSITIVE_INFINITY): Promise<number[]> {
  const made: number[] = [];
  while (made.length < many) {
    const index = await source.next(never);
    if (index === undefined) break;
    source.made(index);
    made.push(index);
  }
  return made;
}

test('machines share all runs, and each is made once', async () => {
  const machines = ['a', 'b', 'c'].map((me) => machine(me, 50));
  const made = await Promise.all(machines.map((each) => make(each)));
  expect(made.flat().toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 50 }, (_, i) => i + 1),
  );
  for (const each of machines) each.close();
});

test('what a machine left is made by another, but for what it had noted', async () => {
  const gone = machine('gone', 8);
  const [first = 0, second = 0] = [await gone.next(never), await gone.next(never)];
  gone.made(first);
  gone.close();
  const left = machine('left', 8, { gone: [first] });
  expect((await make(left)).toSorted((a, b) => a - b)).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8].filter((index) => index !== first),
  );
  expect(second).not.toBe(first);
  left.close();
});

test('what was noted by any of those who had a block is not made again', async () => {
  const noted = { first: [1], second: [] as number[] };
  const first = machine('first', 12, noted, 3);
  expect(await first.next(never)).toBe(1);
  first.made(1);
  first.close();
  // It makes all that is free before it takes over what the first has left: 2 and 3.
  const second = machine('second', 12, noted, 3);
  for (let index: number | undefined = 0; index !== 2; ) {
    index = await second.next(never);
    if (index === undefined) throw new Error('there is no run 2');
    second.made(index);
    noted.second.push(index);
  }
  second.close();
  const third = machine('third', 12, noted, 3);
  expect(await make(third)).toEqual([3]);
  third.close();
});

test('who has lost a block while it was silent begins nothing more of it', async () => {
  const asleep = machine('asleep', 6);
  const first = await asleep.next(never);
  asleep.close();
  const awake = machine('awake', 6);
  expect(await make(awake)).toHaveLength(6);
  if (first !== undefined) asleep.made(first);
  expect(await asleep.next(never)).toBeUndefined();
  awake.close();
});

test('a rule that ends it here ends it for all; a person who ends it here does not', () => {
  const [a, b] = [machine('0001.x', 5), machine('0002.y', 5)];
  b.ended({ why: 'by hand', goal: false, byHand: true });
  expect(endOf(folder)).toBeUndefined();
  a.ended({ why: '1 failed', goal: false });
  b.ended({ why: '2 failed', goal: false });
  expect(endOf(folder)).toMatchObject({ why: '1 failed', goal: false, by: '0001.x' });
  for (const each of [a, b]) each.close();
});

test('a wait for others ends with the signal', async () => {
  const [busy, waiting] = [machine('busy', 1), machine('waiting', 1)];
  expect(await busy.next(never)).toBe(1);
  const stop = new AbortController();
  const waits = waiting.next(stop.signal);
  stop.abort();
  expect(await waits).toBeUndefined();
  for (const each of [busy, waiting]) each.close();
});
