import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilTimeMs } from '../src/civil-time.ts';

test('agrees with Date on every second of ten thousand years', () => {
  const from = Date.parse('0000-01-01T00:00:00Z') / 1000;
  const to = Date.parse('9999-12-31T23:59:59Z') / 1000;
  fc.assert(
    fc.property(fc.integer({ min: from, max: to }), (seconds) => {
      const date = new Date(seconds * 1000);
      const civil = {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
        second: date.getUTCSeconds(),
      };
      expect(civilTimeMs(civil)).toBe(date.getTime());
    }),
    { seed: 6824, numRuns: 2000 },
  );
});

test('knows exactly the days that there are', () => {
  for (const year of [0, 1900, 2000, 2021, 2024, 9999]) {
    for (let month = 0; month <= 13; month += 1) {
      for (let day = 0; day <= 32; day += 1) {
        const date = new Date(Date.UTC(2000, month - 1, day));
        date.setUTCFullYear(year, month - 1, day);
        const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        const known = civilTimeMs({ year, month, day, hour: 0, minute: 0, second: 0 });
        expect([year, month, day, known]).toStrictEqual([
          year,
          month,
          day,
          exists ? date.getTime() : undefined,
        ]);
      }
    }
  }
});

test.each<[string, object]>([
  ['hour', { hour: 24 }],
  ['minute', { minute: 60 }],
  ['second', { second: 60 }],
  ['fraction', { day: 1.5 }],
  ['year', { year: 10_000 }],
  ['negative', { hour: -1 }],
])('there is no such time: %s', (_, wrong) => {
  const civil = { year: 2021, month: 8, day: 4, hour: 15, minute: 45, second: 58 };
  expect(civilTimeMs(civil)).toBe(1_628_091_958_000);
  expect(civilTimeMs({ ...civil, ...wrong })).toBeUndefined();
});
