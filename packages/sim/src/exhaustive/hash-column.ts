import { hashText } from './hash-text.ts';

/**
 * The hashes of numbered things under every renaming of the servers, in one flat array: a low and a
 * high word for each renaming, `stride` words for each thing. A state's hash under a renaming is
 * the sum of its parts' hashes, so that the order of messages plays no part and a successor's hash
 * costs no more than what differs.
 */
export interface HashColumn {
  readonly stride: number;
  /** The next thing, by its text under each renaming. */
  push(texts: readonly string[]): void;
  /** Adds the hashes of thing `id` to `sums`. */
  add(sums: Uint32Array, id: number): void;
  /** Takes them out again. */
  subtract(sums: Uint32Array, id: number): void;
}

/** A column with nothing in it. */
export function createHashColumn(renamings: number): HashColumn {
  const stride = 2 * renamings;
  let words = new Uint32Array(256 * stride);
  let filled = 0;
  return {
    stride,
    push(texts) {
      if (filled + stride > words.length) {
        const before = words;
        words = new Uint32Array(2 * before.length);
        words.set(before);
      }
      for (const text of texts) {
        const { low, high } = hashText(text);
        words[filled] = low;
        words[filled + 1] = high;
        filled += 2;
      }
    },
    add(sums, id) {
      const from = id * stride;
      for (let at = 0; at < stride; at += 1) sums[at] = (sums[at] ?? 0) + (words[from + at] ?? 0);
    },
    subtract(sums, id) {
      const from = id * stride;
      for (let at = 0; at < stride; at += 1) sums[at] = (sums[at] ?? 0) - (words[from + at] ?? 0);
    },
  };
}
