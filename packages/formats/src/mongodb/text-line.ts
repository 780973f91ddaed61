import type { ReadStamp } from '../stamp.ts';

/** A line of mongod before 4.4, which wrote text. */
export interface TextLine {
  readonly time: number;
  readonly message: string;
}

const head = /^ [IWEFD]\d? {1,4}(?:REPL|ELECTION) {1,8}\[[^\]]{1,100}\] /;

/** Reads a line about replica sets; undefined for any other. */
export function readTextLine(text: string, readStamp: ReadStamp): TextLine | undefined {
  const stamp = readStamp(text, 0);
  const match = stamp && head.exec(text.slice(stamp.end, stamp.end + 140));
  if (!stamp || !match) return undefined;
  return { time: stamp.time, message: text.slice(stamp.end + match[0].length) };
}
