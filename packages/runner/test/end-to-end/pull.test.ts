import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePlace, type Place } from './raft-loop.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

const script = 'echo $RAFT_LOOP_INDEX >> made; sleep 0.02';
const pull = (num: number, ...more: readonly string[]): readonly string[] => [
  ...['--pull', 'shared', '--num', String(num), '--lease', '2', ...more],
];

/** The indices of the records in a ledger. */
function noted(folder: string): readonly number[] {
  const path = join(place.folder, folder, 'runs.jsonl');
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => JSON.parse(line).index);
}

function numbered(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

const inOrder = (numbers: readonly number[]): readonly number[] =>
  numbers.toSorted((one, other) => one - other);

test('machines that share a folder make each run once, and merge makes them one loop', async () => {
  const args = [...pull(40), '--', 'sh', '-c', script];
  const ended = await Promise.all([1, 2, 3].map(() => place.loop(...args)));
  expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
  const each = ['0001', '0002', '0003'].map((name) => noted(`shared/${name}`));
  expect(inOrder(each.flat())).toEqual(numbered(1, 40));
  const made = readFileSync(join(place.folder, 'made'), 'utf8').trim().split('\n').map(Number);
  expect(inOrder(made)).toEqual(numbered(1, 40));
  const merged = await place.loop('merge', 'all', 'shared');
  expect([merged.code, merged.stderr]).toEqual([0, '']);
  expect(noted('all')).toEqual(numbered(1, 40));
});

test('what a killed machine had is made by another after the lease', async () => {
  const slow = ['--', 'sh', '-c', 'echo $RAFT_LOOP_INDEX >> begun; sleep 0.1'];
  const killed = place.start([...pull(12, '-p', '2'), ...slow]);
  while (noted('shared/0001').length < 3) await new Promise((resolve) => setTimeout(resolve, 20));
  killed.child.kill('SIGKILL');
  await killed.ended;
  const before = noted('shared/0001');
  const { code } = await place.loop(...pull(12, '-p', '2'), ...slow);
  expect(code).toBe(0);
  // What is in a ledger is not made again.
  expect(inOrder([...before, ...noted('shared/0002')])).toEqual(numbered(1, 12));
  const merged = await place.loop('merge', 'all', 'shared');
  expect([merged.code, merged.stderr]).toEqual([0, '']);
});

test('the first failure ends the loop on every machine', async () => {
  const fails = 'sleep 0.05; test $RAFT_LOOP_INDEX -ne 9';
  const args = [...pull(10_000, '--until-fail'), '--', 'sh', '-c', fails];
  const [one, other] = await Promise.all([place.loop(...args), place.loop(...args)]);
  expect([one?.code, other?.code].toSorted()).toEqual([0, 1]);
  const spared = one?.code === 0 ? one : other;
  expect(spared?.stdout).toMatch(/000[12]: 1 failed/);
  const late = await place.loop(...args);
  expect(late.code).toBe(2);
  expect(late.stderr).toMatch(/000\d has ended that loop: 1 failed; `raft-loop merge` tells all/);
  const merged = await place.loop('merge', 'all', 'shared');
  expect(merged.code).toBe(1);
  expect(noted('all')).toContain(9);
});

test('a folder is shared by one loop', async () => {
  expect((await place.loop(...pull(2), '--', 'true')).code).toBe(0);
  const other = await place.loop(...pull(2), '--', 'false');
  expect(other.code).toBe(2);
  expect(other.stderr).toContain(
    'shared is shared by another command: false, not true; name another folder',
  );
  const more = await place.loop(...pull(3), '--', 'true');
  expect(more.stderr).toContain('shared is shared by another --num: 3, not 2');
  const nothingLeft = await place.loop(...pull(2), '--', 'true');
  expect(nothingLeft.code).toBe(4);
  expect(readdirSync(join(place.folder, 'shared'))).toEqual(['0001', 'queue']);
});

test.each([
  ['--pull and --shard do not go together', ['--pull', 'x', '--shard', '1/2', '--', 'true']],
  ['--pull and --out do not go together', ['--pull', 'x', '--out', 'y', '--', 'true']],
  ['--lease goes with --pull', ['--lease', '3', '--', 'true']],
  ['--lease takes seconds', ['--pull', 'x', '--lease', 'soon', '--', 'true']],
  ['merge takes no runs from a folder', ['merge', 'a', 'b', '--pull', 'x']],
])('%s', async (words, args) => {
  const { code, stderr } = await place.loop(...args);
  expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
});
