/** 64 bits of a text, as two words that are as good as independent. */
export interface TextHash {
  readonly low: number;
  readonly high: number;
}

/** cyrb53's two lanes by bryc, with all 32 bits of both kept. */
export function hashText(text: string): TextHash {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x9e3779b1);
    high = Math.imul(high ^ code, 0x5f356495);
  }
  low = mixWord(low ^ Math.imul(high, 0x85ebca6b));
  high = mixWord(high ^ Math.imul(low, 0xc2b2ae35));
  return { low, high };
}

/** Spreads every bit of a word over the whole word; no two words become the same. */
export function mixWord(word: number): number {
  let x = word ^ (word >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
