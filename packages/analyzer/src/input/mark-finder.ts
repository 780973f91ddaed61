import { Buffer } from 'node:buffer';
import type { Lines } from './line-blocks.ts';

/** Finds the lines that hold one of a few marks. */
export interface MarkFinder {
  /** Goes on with these lines. */
  load(lines: Lines): void;
  /**
   * Where the first line from `start` on begins that holds a mark, or where the lines end; `start`
   * is where a line begins, and only grows.
   */
  next(start: number): number;
  /** Where the line ends that {@link next} was asked of last: at its line feed. */
  readonly end: number;
}

const lineFeed = 0x0a;

/** Searches all lines at once for each mark, which is several times as fast as line by line. */
export function createMarkFinder(marks: readonly string[]): MarkFinder {
  const wanted = marks.map((mark) => Buffer.from(mark));
  const found = new Float64Array(marks.length);
  let whole: Buffer = Buffer.alloc(0);
  let end = 0;
  /** The mark found last, and where in its line it stood: that of the next is there too mostly. */
  let last: Buffer = Buffer.alloc(0);
  let column = 0;

  /** The nearest mark, or any before `near`; beyond the end where there is none. */
  const nearest = (start: number, near: number): number => {
    let least = Number.POSITIVE_INFINITY;
    for (let number = 0; number < wanted.length; number += 1) {
      const mark = wanted[number] as Buffer;
      let at = found[number] ?? 0;
      if (at < start) {
        const next = whole.indexOf(mark, start);
        at = next < 0 ? Number.POSITIVE_INFINITY : next;
        found[number] = at;
      }
      if (at < near) {
        last = mark;
        column = at - start;
        return at;
      }
      if (at < least) least = at;
    }
    return least;
  };

  const isThere = (start: number): boolean => {
    for (let at = 0; at < last.length; at += 1) {
      if (whole[start + at] !== last[at]) return false;
    }
    return last.length > 0;
  };

  return {
    load({ bytes, length }) {
      whole = bytes.subarray(0, length);
      found.fill(-1);
    },
    next(start) {
      end = whole.indexOf(lineFeed, start);
      if (start + column + last.length <= end && isThere(start + column)) return start;
      const at = nearest(start, end);
      if (at < end) return start;
      if (at >= whole.length) return whole.length;
      return whole.lastIndexOf(lineFeed, at) + 1;
    },
    get end() {
      return end;
    },
  };
}
