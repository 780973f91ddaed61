import { Buffer } from 'node:buffer';
import type { Lines } from './line-blocks.ts';

/** Tells, of one line after the other, whether it holds one of a few marks. */
export interface MarkFinder {
  /** Goes on with these lines. */
  load(lines: Lines): void;
  /** Whether a mark stands between `start` and `end`; both only grow. */
  holds(start: number, end: number): boolean;
}

/** Searches all lines at once for each mark, which is several times as fast as line by line. */
export function createMarkFinder(marks: readonly string[]): MarkFinder {
  const wanted = marks.map((mark) => Buffer.from(mark));
  const found = new Float64Array(marks.length);
  let whole: Buffer = Buffer.alloc(0);

  const findNext = (number: number, mark: Buffer, start: number): number => {
    const known = found[number] ?? 0;
    if (known >= start) return known;
    const next = whole.indexOf(mark, start);
    found[number] = next < 0 ? Number.POSITIVE_INFINITY : next;
    return found[number] ?? 0;
  };

  return {
    load({ bytes, length }) {
      whole = bytes.subarray(0, length);
      found.fill(-1);
    },
    holds(start, end) {
      for (const [number, mark] of wanted.entries()) {
        if (findNext(number, mark, start) < end) return true;
      }
      return false;
    },
  };
}
