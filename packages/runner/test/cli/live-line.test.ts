import { expect, test } from 'vitest';
import { type LiveState, liveLine } from '../../src/cli/live-line.ts';

const state: LiveState = {
  done: 250,
  failed: 0,
  num: 1_000,
  elapsedMs: 50_000,
  active: 2,
  oldest: { index: 249, ms: 400 },
  paused: false,
  width: 100,
};

test.each<[Partial<LiveState>, string]>([
  [{}, '250/1000 runs, none failed (95%: <1/68), 5 runs/s, 2:30 left'],
  [{ failed: 3 }, '250/1000 runs, 3 failed (1.2%, 95%: 0.25-3.5%), 5 runs/s, 2:30 left'],
  [{ num: Number.POSITIVE_INFINITY }, '250 runs, none failed (95%: <1/68), 5 runs/s'],
  [{ done: 0, elapsedMs: 100 }, '0/1000 runs, none failed'],
  [{ done: 10 }, '10/1000 runs, none failed (95%: <1/3), 5.0 s a run, 1:22:30 left'],
  [
    { oldest: { index: 249, ms: 65_000 } },
    '250/1000 runs, none failed (95%: <1/68), 5 runs/s, 2:30 left, 2 active, run 249 for 1:05',
  ],
  [
    { paused: true, width: 80 },
    'paused, 250/1000 runs, none failed (95%: <1/68), 5 runs/s, 2:30 left',
  ],
  [{ width: 45 }, '250/1000 runs, none failed (95%: <1/68)'],
  [{ width: 10 }, ''],
])('%j: a line that fits', (more, line) => {
  expect(liveLine({ ...state, ...more })).toBe(line);
});
