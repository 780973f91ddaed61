import { blankWord, type PutCursor } from './put-cursor.ts';
import { putNumber } from './put-number.ts';

/** The time of the line before, as it was put: what happens at one instant comes together. */
export interface TimeKept {
  time: number;
  /** No number that is put here takes more than three words of eight bytes. */
  first: number;
  second: number;
  third: number;
  length: number;
}

/** Starts with none. */
export function createTimeKept(): TimeKept {
  return { time: Number.NaN, first: 0.5, second: 0.5, third: 0.5, length: 0 };
}

/** Puts the time of an event, from what is kept where it is the same. */
export function putTime(c: PutCursor, p: number, time: number): number {
  const kept = c.sameTime;
  const { view } = c;
  if (time === kept.time) {
    view.setFloat64(p, kept.first, true);
    view.setFloat64(p + 8, kept.second, true);
    view.setFloat64(p + 16, kept.third, true);
    return p + kept.length;
  }
  const end = putNumber(c, p, time);
  if (c.failed) return end;
  for (const at of [0, 8, 16]) view.setFloat64(end + at, blankWord, true);
  kept.time = time;
  kept.length = end - p;
  kept.first = view.getFloat64(p, true);
  kept.second = view.getFloat64(p + 8, true);
  kept.third = view.getFloat64(p + 16, true);
  return end;
}
