import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run } from '../../src/cli/run.ts';

let place = '';
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'raft-loop-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(place, { recursive: true, force: true });
});

interface Told {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs the program in this process, in the place of another folder. */
async function loop(...args: readonly string[]): Promise<Told> {
  let [out, error] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    error += String(text);
    return true;
  });
  const code = await run(args);
  vi.restoreAllMocks();
  const plain = (text: string): string => text.replaceAll(place, 'PLACE');
  return { code, out: plain(out), error: plain(error) };
}

/** Loops a command that fails at these runs; its ledger is in the first folder of `name`. */
function shard(name: string, words: string, script: string): Promise<Told> {
  const out = ['--out', join(place, name), '--num', '8', '--shard', words];
  return loop(...out, '--', 'sh', '-c', script);
}

const script = 'exit $((RAFT_LOOP_INDEX == 3))';
const at = (...names: readonly string[]): string => join(place, ...names);

test('shards of a loop become one: its runs, its summary, its logs', async () => {
  const one = await shard('a', '1/2', script);
  const two = await shard('b', '2/2', script);
  expect([one.code, two.code]).toEqual([1, 0]);
  expect(two.out).toMatch(/^4 runs of /);
  const into = at('all');
  const merged = await loop('merge', into, at('b', '0001'), at('a', '0001'), '--json');
  const { runs, passed, failed, failures, rate } = JSON.parse(merged.out);
  expect({ runs, passed, failed }).toEqual({ runs: 8, passed: 7, failed: 1 });
  expect(rate.low).toBeCloseTo(0.00316, 4);
  expect([merged.code, merged.error, failures[0].run, failures[0].log]).toEqual([
    ...[1, '', 3, 'PLACE/all/run-3/output.log'],
  ]);
  expect(existsSync(join(into, 'run-3', 'output.log'))).toBe(true);
  const lines = readFileSync(join(into, 'runs.jsonl'), 'utf8').trim().split('\n');
  expect(lines.slice(1).map((line) => JSON.parse(line).index)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);

  // Once more, with what is there already: nothing changes.
  const before = readFileSync(join(into, 'runs.jsonl'), 'utf8');
  expect((await loop('merge', into, at('a', '0001'))).code).toBe(1);
  expect(readFileSync(join(into, 'runs.jsonl'), 'utf8')).toBe(before);
});

test('a shard that is missing is told, and no success', async () => {
  await shard('b', '2/2', script);
  const { code, error, out } = await loop('merge', at('all'), at('b', '0001'));
  expect([code, error]).toEqual([124, 'raft-loop: 4 runs are missing: 1, 3, 5, 7\n']);
  expect(out).toMatch(/^4 runs of /);
});

test('the folder given to --out will do: the loop started last in it is meant', async () => {
  await shard('a', '1/2', script);
  await shard('b', '2/2', script);
  const { code, out, error } = await loop('merge', at('all'), at('a'), at('b'));
  const named = await loop('merge', at('named'), at('a', '0001'), at('b', '0001'));
  expect([code, error]).toEqual([named.code, '']);
  expect(out.replaceAll('PLACE/all', 'PLACE/named')).toBe(named.out);
  const compared = await loop('compare', at('a'), at('b'));
  expect(compared.out).toContain('PLACE/a/0001');
  expect((await loop('compare', at('a'), at('nowhere'))).error).toContain('nowhere holds no loop');
});

test('what is not of one loop is not merged', async () => {
  await shard('a', '1/2', script);
  await shard('b', '2/2', 'true');
  const { code, error } = await loop('merge', at('all'), at('a', '0001'), at('b', '0001'));
  expect(code).toBe(2);
  expect(error).toContain('PLACE/b/0001 has another command: sh -c true, not sh -c exit');
  expect((await loop('merge', at('all'), at('nowhere'))).error).toContain('nowhere holds no loop');
});

test('two loops are compared', async () => {
  const runs = (name: string, num: number, command: string): Promise<Told> =>
    loop('--out', at(name), '--num', String(num), '--', 'sh', '-c', command);
  await runs('before', 8, 'exit 1');
  await runs('after', 8, 'exit 0');
  await runs('same', 1, 'exit 0');
  const fixed = await loop('compare', at('before', '0001'), at('after', '0001'));
  expect(fixed.code).toBe(0);
  expect(fixed.out).toMatchInlineSnapshot(`
    "before:  8 of 8 failed, 100 % fail; 95 %: 63.1 % to 100 % (PLACE/before/0001)
    after:   0 of 8 failed, 0 % fail; 95 %: 0 % to 36.9 % (PLACE/after/0001)
    Fixed, or rarer by more than chance: chance alone does as much with 0.0078 %
    "
  `);
  const worse = await loop('compare', at('after', '0001'), at('before', '0001'), '--json');
  expect([worse.code, JSON.parse(worse.out).verdict]).toEqual([1, 'worse']);
  const open = await loop('compare', at('before', '0001'), at('same', '0001'));
  expect(open.code).toBe(125);
  expect(open.out).toMatchInlineSnapshot(`
    "before:  8 of 8 failed, 100 % fail; 95 %: 63.1 % to 100 % (PLACE/before/0001)
    after:   0 of 1 failed, 0 % fail; 95 %: 0 % to 97.5 % (PLACE/same/0001)
    Cannot tell: chance alone does as much with 11.1 %
    1 more clean runs after the change would show it
    "
  `);
});

test('the script of a failing run is run again, and its rate is told', async () => {
  const more = ['--num', '2', '--repro', '4', '--json', '--', 'sh', '-c', script];
  const { code, out } = await loop('--out', at('a'), '--seed', '3', ...more);
  expect([code, JSON.parse(out).failures]).toEqual([0, []]);
  const failing = 'exit $((RAFT_LOOP_SEED == 4))';
  const told = await loop('--out', at('b'), '--seed', '3', ...more.slice(0, 4), '--', failing);
  expect(told.code).toBe(1);
  expect(told.out).toContain(
    '  repro:   PLACE/b/0001/run-2/repro.sh\n' +
      '           fails 4 of 4: 100 % fail; 95 %: 39.8 % to 100 %\n',
  );
});
