import { expect, test } from 'vitest';
import { clockOf } from '../../src/own/clock.ts';

test.each<[written: string | number, text: string, time: number | undefined]>([
  ['iso', '1970-01-02T00:00:01.5Z', 86_401_500],
  ['iso', '1970/01/01 00:00:01.000250', 1000.25],
  ['iso', '1970-01-01T00:00:01Z and more', undefined],
  ['ms', '1500.25', 1500.25],
  ['s', '1.5', 1500],
  ['us', '1500', 1.5],
  ['ns', '1500', 0.002],
  ['ms', '-3', undefined],
  ['ms', '', undefined],
  [0.1, '008258', 825.8],
  ['%d %b %Y %H:%M:%S,%f', ' 2 Jan 1970 00:00:01,25', 86_401_250],
  ['%Y-%m-%dT%H:%M:%S%z', '1970-01-01T01:00:00+01:00', 0],
  ['%Y-%m-%dT%H:%M:%S%z', '1970-01-01T01:00:00-0030', 5_400_000],
  ['%Y-%m-%d', '1970-02-30', undefined],
  ['%H:%M:%S', '00:00:01 ', undefined],
  ['%H%%%M', '01%02', 3_720_000],
])('%s reads %j as %s', (written, text, time) => {
  expect(clockOf(written)?.()(text)).toBe(time);
});

test.each<[string | number]>([['epoch'], ['%Q'], ['%'], [0], [-1], [Number.NaN], ['']])(
  '%s says nothing',
  (written) => {
    expect(clockOf(written)).toBeUndefined();
  },
);

test('a clock without a date goes on past midnight', () => {
  const clock = clockOf('%H:%M')?.();
  const minutes = ['23:58', '23:57', '00:01', '12:00', '23:59', '00:00'].map(
    (text) => Number(clock?.(text)) / 60_000,
  );
  expect(minutes).toStrictEqual([1438, 1437, 1441, 2160, 2879, 2880]);
});
