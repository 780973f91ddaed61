import { expect, test } from 'vitest';
import type { RunRecord } from '../../src/command/run-record.ts';
import { createRunTally } from '../../src/command/run-tally.ts';
import { createStopper, type Stop, type StopRules } from '../../src/command/stop-rules.ts';
import type { Verdict } from '../../src/command/verdict.ts';
import { stop } from './loop-in.ts';

const rules: StopRules = {
  ...stop,
  num: Number.POSITIVE_INFINITY,
  claim: { below: 1 / 100, confidence: 0.95 },
};

/** Makes runs until the rule stops them, or `most`; some were made before. */
function stopOf(
  verdictOf: (index: number) => Verdict,
  { before = 0, most = 5_000 } = {},
): { readonly runs: number; readonly stop: Stop | undefined } {
  const tally = createRunTally();
  const record = (index: number): RunRecord => ({
    ...{ index, seed: index, argv: '', start: 1, ms: 1, why: '' },
    verdict: verdictOf(index),
  });
  for (let index = 1; index <= before; index += 1) tally.add(record(index));
  const stopper = createStopper(rules);
  for (let index = before + 1; index <= most; index += 1) {
    tally.add(record(index));
    const facts = { matched: undefined, digest: undefined };
    const stop = stopper(record(index), facts, tally);
    if (stop !== undefined) return { runs: index, stop };
  }
  return { runs: most, stop: undefined };
}

test('a claim is reached by clean runs, also where most were made before', () => {
  const why = 'with 95 % confidence fewer than 1 run in 100 fail';
  const reached = { runs: 325, stop: { why, goal: true } };
  expect(stopOf(() => 'PASS')).toEqual(reached);
  expect(stopOf(() => 'PASS', { before: 300 })).toEqual(reached);
});

test('a claim is given up where failures speak against it', () => {
  const { runs, stop } = stopOf((index) => (index % 20 === 0 ? 'FAIL' : 'PASS'));
  expect(stop).toEqual({ why: 'with 95 % confidence more than 1 run in 100 fail', goal: false });
  expect(runs).toBe(120);
});

test('runs that show nothing are no evidence', () => {
  expect(stopOf(() => 'UNKNOWN').stop).toBeUndefined();
  expect(stopOf((index) => (index % 2 === 0 ? 'INFRA' : 'PASS')).runs).toBe(649);
});

test('different causes are counted, those of before too', () => {
  const tally = createRunTally();
  const facts = { matched: undefined, digest: undefined };
  const causes = { ...rules, claim: undefined, untilCauses: 3 };
  const stopper = createStopper(causes, ['before']);
  const stops = ['one', 'one', 'before', 'two'].map((signature, at) => {
    const record: RunRecord = {
      ...{ index: at + 1, seed: 1, argv: '', start: 1, ms: 1, why: '' },
      ...{ verdict: 'FAIL', signature },
    };
    tally.add(record);
    return stopper(record, facts, tally);
  });
  const end = { why: '3 causes of failure', goal: true };
  expect(stops).toEqual([undefined, undefined, undefined, end]);
});
