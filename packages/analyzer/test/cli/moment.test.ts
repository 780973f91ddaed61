import { expect, test } from 'vitest';
import { readMoment } from '../../src/cli/moment.ts';

test.each<[text: string, kind: string, time: number]>([
  ['15:45', 'time-of-day', 56_700_000],
  ['15:45:58.25', 'time-of-day', 56_758_250],
  ['0:00:00,5', 'time-of-day', 500],
  ['2021-08-04T15:45:58Z', 'instant', 1_628_091_958_000],
  ['2021/08/04 15:45:58', 'instant', 1_628_091_958_000],
  ['2021-08-04T17:45:58.5+02:00', 'instant', 1_628_091_958_500],
  ['2021-08-04', 'instant', 1_628_035_200_000],
  ['1628091958000.125', 'instant', 1_628_091_958_000.125],
])('%s', (text, kind, time) => {
  expect(readMoment(text)).toEqual({ kind, time });
});

test.each(['', 'noon', '24:00', '12:60', '12', '2021-13-04', '2021-08-04 99:00', '-5'])(
  '%j is no time',
  (text) => {
    expect(readMoment(text)).toBeUndefined();
  },
);
