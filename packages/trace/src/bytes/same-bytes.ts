/** Bytes that stood on a line before, and are likely to come again. */
export interface SameBytes {
  /** By eights, from the last on; the first eight may overlap those after them. */
  readonly words: Float64Array;
  /** How many bytes; 0 where there are none yet. */
  length: number;
}

/** Fewer are no eight, and more are not compared as a whole. */
const leastSame = 8;
const mostSame = 128;

/** Nothing yet. */
export function createSameBytes(): SameBytes {
  return { words: new Float64Array(mostSame / 8), length: 0 };
}

/** Whether these bytes stand at `at` again. They differ in the end rather than in the beginning. */
export function isSame(view: DataView, at: number, { words, length }: SameBytes): boolean {
  if (length === 0) return false;
  let place = at + length - 8;
  for (let word = 0; place > at; word += 1) {
    if (view.getFloat64(place, true) !== words[word]) return false;
    place -= 8;
  }
  return view.getFloat64(at, true) === words[(length - 1) >> 3];
}

/** Keeps so many bytes, if they can be kept; what was kept before is gone. */
export function keepSame(view: DataView, at: number, length: number, same: SameBytes): void {
  same.length = 0;
  if (length < leastSame || length > mostSame) return;
  const { words } = same;
  let place = at + length - 8;
  for (let word = 0; place > at; word += 1) {
    words[word] = view.getFloat64(place, true);
    place -= 8;
  }
  words[(length - 1) >> 3] = view.getFloat64(at, true);
  same.length = length;
}
