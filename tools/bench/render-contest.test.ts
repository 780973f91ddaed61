import { expect, it } from 'vitest';
import { renderContest, renderTail } from './render-contest.ts';

it('compares each with the first', () => {
  const table = renderContest({ amount: 50_000, unit: 'events' }, [
    { name: 'JSON.stringify', medianMs: 40, fastestMs: 38.25, slowestMs: 51.5, p99Ms: 51.5 },
    { name: 'ours', medianMs: 12.5, fastestMs: 12, slowestMs: 1300, p99Ms: 1200 },
  ]);
  expect(table).toMatchInlineSnapshot(`
    "                   median         range                rate  × first   − first
      JSON.stringify    40 ms  38.3 to 51.5  1,250,000 events/s        1      0 ms
      ours            12.5 ms   12 to 1,300  4,000,000 events/s    0.313  -27.5 ms
    "
  `);
});

it('tells of the tail', () => {
  const times = { medianMs: 12.5, fastestMs: 12, slowestMs: 1300, p99Ms: 987.6 };
  expect(renderTail([{ name: 'ours', ...times }])).toBe('  ours: 99 % within 988 ms\n');
});
