import { blankWord, type PutCursor } from './put-cursor.ts';
import { longestText, putText } from './put-text.ts';

/** A text that most lines have in common, as it was put the last time. */
export interface TextKept {
  text: string | undefined;
  /** Its bytes and its closing quote, in words of eight. */
  readonly words: Float64Array;
  length: number;
}

/** Starts with none. */
export function createTextKept(): TextKept {
  return { text: undefined, words: new Float64Array(longestText / 8 + 1), length: 0 };
}

/** Puts a text whose opening quote was put, from what is kept of it where it is the same. */
export function putSameText(c: PutCursor, p: number, text: string, kept: TextKept): number {
  if (text !== kept.text) return keep(c, p, text, kept);
  const { view } = c;
  const { words, length } = kept;
  for (let at = 0; at < length; at += 8) view.setFloat64(p + at, words[at >> 3] ?? 0, true);
  return p + length;
}

function keep(c: PutCursor, p: number, text: string, kept: TextKept): number {
  const end = putText(c, p, text);
  if (c.failed) return end;
  c.view.setFloat64(end, blankWord, true);
  kept.text = text;
  kept.length = end - p;
  for (let at = 0; at < kept.length; at += 8) {
    kept.words[at >> 3] = c.view.getFloat64(p + at, true);
  }
  return end;
}
