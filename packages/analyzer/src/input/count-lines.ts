const lineFeed = 0x0a;
const fourLineFeeds = 0x0a0a0a0a;
const lowBits = 0x7f7f7f7f;

/** Fewer bytes than these are not worth a second view of them. */
const fewBytes = 64;
/** So many words can add up, byte by byte, before a byte runs over. */
const mostWords = 255;

/**
 * How many lines end between `start` and `end`; four bytes at a time, as a log of a whole system
 * has little else to do for nearly all of its bytes.
 */
export function countLines(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < fewBytes) return countOneByOne(bytes, start, end);
  const first = start + ((4 - ((bytes.byteOffset + start) & 3)) & 3);
  const words = (end - first) >> 2;
  const rest = first + words * 4;
  const view = new Int32Array(bytes.buffer, bytes.byteOffset + first, words);
  const ends = countOneByOne(bytes, start, first) + countOneByOne(bytes, rest, end);
  return ends + countWords(view);
}

function countOneByOne(bytes: Uint8Array, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at += 1) if (bytes[at] === lineFeed) lines += 1;
  return lines;
}

/** A byte that is a line feed becomes 0, and a byte that is 0 becomes 1, all others 0. */
function countWords(words: Int32Array): number {
  let lines = 0;
  for (let at = 0; at < words.length; ) {
    const stop = Math.min(words.length, at + mostWords);
    let sums = 0;
    for (; at < stop; at += 1) {
      const differing = (words[at] ?? 0) ^ fourLineFeeds;
      const high = ((differing & lowBits) + lowBits) | differing | lowBits;
      sums += ~high >>> 7;
    }
    lines += (sums & 0xff) + ((sums >>> 8) & 0xff) + ((sums >>> 16) & 0xff) + (sums >>> 24);
  }
  return lines;
}
