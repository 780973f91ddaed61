/** Words of 4 bytes that a kept text takes, its end included: longer texts are not kept. */
export const wordsPerText = 8;

/** How many texts a table keeps. */
export const textSlots = 16_384;

/**
 * Texts seen lately, by their bytes: most texts of a trace come again soon, and making a string
 * costs more than finding one. A slot holds the last text that fell into it.
 */
export interface TextTable {
  readonly mask: number;
  readonly words: Int32Array;
  /** Empty text is in every slot at first, as are its bytes. */
  readonly texts: string[];
}

/** A table that holds nothing. */
export function createTextTable(): TextTable {
  return {
    mask: textSlots - 1,
    words: new Int32Array(textSlots * wordsPerText),
    texts: new Array<string>(textSlots).fill(''),
  };
}
