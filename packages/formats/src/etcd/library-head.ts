import type { ReadStamp } from '../stamp.ts';

/** What stands before a message of the raft library in a line of text. */
export interface TextHead {
  /** Undefined where the line shows no time. */
  readonly time: number | undefined;
  readonly level: string;
  /** Where the message begins. */
  readonly end: number;
}

const name = 'raft';
const shortestLevel = 4;
const longestLevel = 7;

const space = 0x20;
const slash = 0x2f;
const zero = 0x30;
const nine = 0x39;
const firstLetter = 0x41;
const lastLetter = 0x5a;

/**
 * Reads `raft2026/11/23 03:16:58 INFO: `, by the library's own logger, letter by letter, as no
 * pattern is as fast; undefined where the line begins otherwise.
 */
export function libraryHead(text: string, readStamp: ReadStamp): TextHead | 'broken' | undefined {
  if (!text.startsWith(name)) return undefined;
  const start = text.charCodeAt(name.length) === space ? name.length + 1 : name.length;
  for (let at = start; at < start + 4; at += 1) {
    const code = text.charCodeAt(at);
    if (!(code >= zero && code <= nine)) return undefined;
  }
  if (text.charCodeAt(start + 4) !== slash) return undefined;
  const stamp = readStamp(text, start);
  if (stamp === undefined || text.charCodeAt(stamp.end) !== space) return 'broken';
  const begin = stamp.end + 1;
  let at = begin;
  while (isCapital(text.charCodeAt(at))) at += 1;
  const length = at - begin;
  if (length < shortestLevel || length > longestLevel) return 'broken';
  if (!text.startsWith(': ', at)) return 'broken';
  return { time: stamp.time, level: text.slice(begin, at), end: at + 2 };
}

function isCapital(code: number): boolean {
  return code >= firstLetter && code <= lastLetter;
}
