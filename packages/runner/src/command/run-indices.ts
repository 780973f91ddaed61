/**
 * Which runs have been made: those from 1 on without a gap as a number, and only the rest one by
 * one.
 */
export interface RunIndices {
  add(index: number): void;
  has(index: number): boolean;
  /** How many there are. */
  readonly size: number;
}

/** Starts with none. Runs are made nearly in order, so that it stays small. */
export function createRunIndices(): RunIndices {
  let below = 1;
  let size = 0;
  const beyond = new Set<number>();
  const has = (index: number): boolean => index < below || beyond.has(index);
  return {
    add(index) {
      if (has(index)) return;
      size += 1;
      beyond.add(index);
      while (beyond.delete(below)) below += 1;
    },
    has,
    get size() {
      return size;
    },
  };
}
