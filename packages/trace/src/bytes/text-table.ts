/** Words of 4 bytes that a kept text takes, its end included: longer texts are not kept. */
export const wordsPerText = 8;

const pairSlots = 256;
/** How many texts a table keeps by default: few enough to be at hand. */
export const textSlots = 4096;
/** How many ids of messages: more than are on their way at a time. */
export const idSlots = 1024;

/**
 * Texts seen lately, by their bytes: most texts of a trace come again soon, and making a string
 * costs more than finding one. A slot holds the last text that fell into it.
 */
export interface TextTable {
  readonly mask: number;
  readonly words: Int32Array;
  /** Empty text is in every slot at first, as are its bytes. */
  readonly texts: string[];
  /** Texts of two bytes, such as the ids of most servers. */
  readonly pairs: string[];
  readonly pairKeys: Int32Array;
}

/** Where a text of these two bytes would be among the pairs. */
export function pairSlot(pair: number): number {
  return (pair ^ (pair >>> 5)) & (pairSlots - 1);
}

/** A table that holds nothing, and at most so many texts, a power of two. */
export function createTextTable(slots: number): TextTable {
  return {
    mask: slots - 1,
    words: new Int32Array(slots * wordsPerText),
    texts: new Array<string>(slots).fill(''),
    pairs: new Array<string>(pairSlots).fill(''),
    pairKeys: new Int32Array(pairSlots).fill(-1),
  };
}
