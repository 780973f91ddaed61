import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LedgerHeader, type LedgerLine, ledgerSchema } from '../../src/command/ledger.ts';
import type { RunRecord } from '../../src/command/run-record.ts';
import {
  type MergedLedger,
  mergeLedgers,
  type NamedLedger,
} from '../../src/merge/merge-ledgers.ts';
import { missingRuns } from '../../src/merge/missing-runs.ts';
import { openRunShelves, type RunShelves } from '../../src/merge/run-shelves.ts';
import { isInShard, type Shard } from '../../src/shard/shard.ts';

const header: LedgerHeader = {
  schema: ledgerSchema,
  command: ['go', 'test'],
  options: ['--num', '70'],
  argv: '0123456789ab',
  start: 1,
  cwd: '/here',
  commit: 'a'.repeat(40),
  num: 70,
  seed: 1,
};

function record(index: number, more: Partial<RunRecord> = {}): RunRecord {
  const failed = index % 9 === 0;
  return {
    ...{ index, seed: index, argv: header.argv, start: index * 10, ms: 1.5 },
    ...(failed
      ? { verdict: 'FAIL', why: 'exit code 1', code: 1, log: `run-${index}/output.log` }
      : { verdict: 'PASS', why: 'passed', code: 0 }),
    ...more,
  };
}

const all = Array.from({ length: 70 }, (_, at) => record(at + 1));
const bytesOf = (runs: readonly RunRecord[]): string =>
  runs.map((run) => `${JSON.stringify(run)}\n`).join('');

async function* linesOf(of: LedgerHeader, runs: readonly RunRecord[]): AsyncGenerator<LedgerLine> {
  yield { kind: 'header', header: of };
  for (const run of runs) yield { kind: 'record', record: run };
}

function ledger(shard: Shard, folder = `shard-${shard.index}`): NamedLedger {
  const options = ['--num', '70', '--shard', `${shard.index}/${shard.of}`];
  const runs = all.filter(({ index }) => isInShard(index, shard)).reverse();
  return { folder, lines: linesOf({ ...header, options, shard, start: shard.index }, runs) };
}

let shelves: RunShelves;

beforeEach(() => {
  shelves = openRunShelves();
});

afterEach(() => shelves.clear());

async function merged(ledgers: readonly NamedLedger[], force = false): Promise<MergedLedger> {
  shelves.clear();
  shelves = openRunShelves();
  const result = await mergeLedgers(ledgers, shelves, force);
  if (typeof result === 'string') throw new Error(result);
  return result;
}

const recordsOf = ({ runs }: MergedLedger): readonly RunRecord[] =>
  [...runs].map((run) => run.record);

test('merged shards are the unsharded loop, byte for byte, for each number of them', async () => {
  for (let of = 1; of <= 256; of += 1) {
    const shards = Array.from({ length: of }, (_, at) => ledger({ index: at + 1, of }));
    const result = await merged(shards);
    expect(bytesOf(recordsOf(result))).toBe(bytesOf(all));
    expect(result.header).toEqual(header);
  }
});

test('neither the order of the shards nor one given twice changes anything', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 20 }),
      fc.infiniteStream(fc.nat()),
      fc.array(fc.nat(), { maxLength: 5 }),
      async (of, keys, twice) => {
        const shards = Array.from({ length: of }, (_, at) => ({ index: at + 1, of }));
        const drawn = [...shards, ...twice.map((at) => ({ index: (at % of) + 1, of }))];
        const shuffled = drawn
          .map((shard) => ({ shard, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key);
        const result = await merged(shuffled.map(({ shard }) => ledger(shard)));
        expect(bytesOf(recordsOf(result))).toBe(bytesOf(all));
        expect(result.header).toEqual(header);
      },
    ),
    { numRuns: 60 },
  );
});

test('of two records of one run a failure counts, then the earlier one, in any order', async () => {
  const failed = record(9, { start: 99 });
  const passed = record(9, { verdict: 'PASS', why: 'passed', start: 5 });
  const later = record(9, { verdict: 'PASS', why: 'passed', start: 6 });
  for (const pair of [
    [failed, passed],
    [passed, failed],
  ]) {
    expect(recordsOf(await merged([{ folder: 'a', lines: linesOf(header, pair) }]))).toEqual([
      failed,
    ]);
  }
  for (const pair of [
    [later, passed],
    [passed, later],
  ]) {
    expect(recordsOf(await merged([{ folder: 'a', lines: linesOf(header, pair) }]))).toEqual([
      passed,
    ]);
  }
});

test.each<[Partial<LedgerHeader>, string]>([
  [{ command: ['go', 'vet'] }, 'another command: go vet, not go test'],
  [{ commit: 'b'.repeat(40) }, `another commit: ${'b'.repeat(40)}, not ${'a'.repeat(40)}`],
  [{ num: 71 }, 'another --num: 71, not 70'],
  [{ num: null }, 'another --num: inf, not 70'],
  [{ seed: 5 }, 'another --seed: 5, not 1'],
])('what differs in %j is not merged, but by force', async (more, words) => {
  const pair = (): readonly NamedLedger[] => [
    ledger({ index: 1, of: 2 }),
    { folder: 'other', lines: linesOf({ ...header, ...more }, []) },
  ];
  expect(await mergeLedgers(pair(), shelves)).toBe(`other has ${words} (--force merges)`);
  expect(recordsOf(await merged(pair(), true))).toHaveLength(35);
});

test('broken lines are located and hide nothing; a ledger without a head is refused', async () => {
  const broken = async function* (): AsyncGenerator<LedgerLine> {
    yield { kind: 'header', header };
    yield { kind: 'broken', line: 2 };
    yield { kind: 'record', record: record(3) };
  };
  const result = await merged([{ folder: 'a', lines: broken() }]);
  expect(result.broken).toEqual([{ folder: 'a', line: 2 }]);
  expect(recordsOf(result)).toEqual([record(3)]);
  const headless = async function* (): AsyncGenerator<LedgerLine> {
    yield { kind: 'record', record: record(3) };
  };
  expect(await mergeLedgers([{ folder: 'a', lines: headless() }], shelves)).toBe(
    'a/runs.jsonl does not say what it loops',
  );
});

test.each<[readonly number[], number | null, number, string]>([
  [[1, 2, 3], 3, 0, ''],
  [[2, 3, 7], 9, 6, '1, 4-6, 8-9'],
  [[2], null, 1, '1'],
  [[], 4, 4, '1-4'],
  [
    Array.from({ length: 12 }, (_, at) => 2 * at + 2),
    24,
    12,
    '1, 3, 5, 7, 9, 11, 13, 15, 17, 19, ...',
  ],
])('missing of %j until %j: %i', (indices, num, count, words) => {
  expect(missingRuns(indices, num)).toEqual({ count, words });
});

test('runs come in order, a shelf at a time, as often as they are asked for', async () => {
  const indices = [70_000, 3, 40_001, 9_007_199_254_740_991, 19_999, 20_000, 300_000_000];
  const runs = indices.map((index) => record(index));
  const result = await merged([{ folder: 'a', lines: linesOf(header, runs) }]);
  const sorted = indices.toSorted((a, b) => a - b);
  expect(recordsOf(result).map(({ index }) => index)).toEqual(sorted);
  expect(recordsOf(result).map(({ index }) => index)).toEqual(sorted);
  expect([...shelves.shelves()]).toHaveLength(5);
});
