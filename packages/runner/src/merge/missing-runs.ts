/** Runs of a loop that are in none of its ledgers, in the order of their index. */
export interface MissingRuns {
  readonly count: number;
  /** `5, 17, 40-43, ...`. */
  readonly words: string;
}

const rangesShown = 10;

/** What is missing of the runs from 1 to `num`; without that, below the last. */
export function missingRuns(
  indices: Iterable<number>,
  num: number | null | undefined,
): MissingRuns {
  const ranges: string[] = [];
  let [count, next] = [0, 1];
  const skip = (until: number): void => {
    if (until <= next) return;
    count += until - next;
    if (ranges.length < rangesShown) {
      ranges.push(until - next === 1 ? String(next) : `${next}-${until - 1}`);
    } else if (ranges.length === rangesShown) ranges.push('...');
  };
  for (const index of indices) {
    skip(index);
    next = Math.max(next, index + 1);
  }
  if (typeof num === 'number') skip(num + 1);
  return { count, words: ranges.join(', ') };
}
