import { linePattern } from '../line-pattern.ts';
import { createStampReader, type ReadStamp } from '../stamp.ts';
import { timeOfDay } from '../time-of-day.ts';
import type { HclogEntry } from './hclog-entry.ts';

const levels: ReadonlyMap<string, string> = new Map([
  ['TRACE', 'trace'],
  ['DEBUG', 'debug'],
  ['INFO', 'info'],
  ['WARN', 'warn'],
  ['ERROR', 'error'],
  ['ERR', 'error'],
  // As NATS Streaming writes them.
  ['TRC', 'trace'],
  ['DBG', 'debug'],
  ['INF', 'info'],
  ['WRN', 'warn'],
]);

/** The level and the spaces that fill it up. */
const longestLevel = 'ERROR'.length;
const mostSpaces = 4;
const space = 0x20;
const equals = 0x3d;
const bracket = 0x5b;

/** What stands between the level and the message: where the source says so, and who speaks. */
const speaker = linePattern(
  { module: String.raw`[\w.@-]{1,100}` },
  String.raw`(?:[\w./@-]{1,100}\.go:\d{1,7}: |STREAM: {1,2}(?:\] )?)?<module>: `,
);
/** A process's number, or the name of a logger of Go's: `[32605] 2019/07/25 ...`, `[raft] ...`. */
const beforeTime = /^\[(?:\d{1,9}|([a-z][\w.-]{0,40}))\] (?=\d)/;
const place = /^[\w./@-]{1,100}\.go:\d{1,7}: /;
/** The same for those that speak most: no pattern is as fast. */
const frequent: readonly string[] = ['raft', 'agent.server.raft', 'nomad.raft', 'storage.raft'];
const longestKey = 41;
/** What is said before the keys is of a few kinds; without keys every line may be another. */
const mostHeads = 500;
const guesses = 256;
const longestHead = 200;

/** What a line says between the time and the keys. */
interface Head {
  readonly level: string;
  readonly module: string;
  readonly message: string;
}

interface KnownHead extends Head {
  /** The text of it all. */
  readonly said: string;
}

/** Reads lines of hclog's text; gives undefined for what is none. */
export type ReadTextEntry = (text: string) => HclogEntry | undefined;

/** How much of the text from `start` on says who speaks, and who that is. */
type FindSpeaker = (text: string, start: number) => readonly [number, string] | undefined;

/**
 * Makes a reader for the lines of one file, which knows again how lines begin. With `anySpeaker` a
 * line may also have no name of a logger: its module is empty then.
 */
export function createTextEntryReader(anySpeaker = false): ReadTextEntry {
  const readStamp = createStampReader();
  const findSpeaker = anySpeaker ? speakerOrNobody : speakerAt;
  const heads = new Map<string, KnownHead>();
  /** For each few letters the head that was found last. */
  const guessed: (KnownHead | undefined)[] = new Array(guesses).fill(undefined);
  return (text) => {
    const stamp = readStamp(text, 0);
    if (stamp === undefined) return readEntry(text, readStamp, findSpeaker);
    const letters = guessOf(text, stamp.end);
    const guess = guessed[letters];
    if (guess !== undefined && says(text, stamp.end, guess.said)) {
      return entryOf(guess, stamp.time, text, stamp.end + guess.said.length);
    }
    const keys = keysOf(text, stamp.end);
    const said = keys - stamp.end > longestHead ? '' : text.slice(stamp.end, keys);
    const known = heads.get(said);
    if (known !== undefined) {
      guessed[letters] = known;
      return entryOf(known, stamp.time, text, keys);
    }
    const entry = readEntry(text, readStamp, findSpeaker);
    if (entry === undefined || said === '' || heads.size === mostHeads) return entry;
    // What looks like a key right behind the module is part of the message.
    const { level, module, message } = entry;
    if (said.endsWith(module === '' ? ` ${message}` : `${module}: ${message}`)) {
      heads.set(said, { said, level, module, message });
    }
    return entry;
  };
}

function entryOf(head: Head, time: number | undefined, text: string, keys: number): HclogEntry {
  const { level, module, message } = head;
  return { time, level, module, message, value: (key) => textOfKey(text, keys, key) };
}

/** Some letters that tell most heads apart; where the line is shorter, none. */
function guessOf(text: string, start: number): number {
  const letters = (text.charCodeAt(start + 2) << 1) ^ text.charCodeAt(start + 17);
  const more = (text.charCodeAt(start + 26) << 3) ^ (text.charCodeAt(start + 39) << 2);
  return (letters ^ more) & (guesses - 1);
}

/**
 * Whether the line says just this from `start` on, and then its keys begin, or it ends: there are
 * no keys within what was said, so that {@link keysOf} would come to the same place.
 */
function says(text: string, start: number, said: string): boolean {
  const end = start + said.length;
  if (!text.startsWith(said, start)) return false;
  return end === text.length || (text.startsWith(': ', end) && beginsKey(text, end + 2));
}

function readEntry(
  text: string,
  readStamp: ReadStamp,
  findSpeaker: FindSpeaker,
): HclogEntry | undefined {
  const [inBrackets = '', name = ''] =
    text.charCodeAt(0) === bracket ? (beforeTime.exec(text) ?? []) : [];
  const start = inBrackets.length;
  const stamp = readStamp(text, start) ?? timeOfDay(text, start);
  if (stamp !== undefined && !text.startsWith(' [', stamp.end)) return undefined;
  if (stamp === undefined && text.charCodeAt(0) !== bracket) return undefined;
  const begin = stamp === undefined ? 1 : stamp.end + 2;
  const close = text.indexOf(']', begin);
  if (close < 0 || close - begin > longestLevel) return undefined;
  const level = levels.get(text.slice(begin, close));
  if (level === undefined) return undefined;
  let at = close + 1;
  while (at - close <= mostSpaces && text.charCodeAt(at) === space) at += 1;
  if (at === close + 1) return undefined;
  const [whole, module] = findSpeaker(text, at) ?? (name === '' ? [] : ([0, name] as const));
  if (whole === undefined || module === undefined) return undefined;
  const keys = keysOf(text, at + whole);
  return entryOf({ level, module, message: text.slice(at + whole, keys) }, stamp?.time, text, keys);
}

/** Who speaks, and how much of the text says so. */
function speakerAt(text: string, start: number): readonly [number, string] | undefined {
  for (const module of frequent) {
    if (text.startsWith(module, start) && text.startsWith(': ', start + module.length)) {
      return [module.length + 2, module];
    }
  }
  const match = speaker.exec(text.slice(start, start + 230));
  return match === null ? undefined : [match[0].length, match[1] ?? ''];
}

/** The same where a line may begin with what it says; a single word before a key is said too. */
function speakerOrNobody(text: string, start: number): readonly [number, string] {
  const named = speakerAt(text, start);
  if (named !== undefined && !beginsKey(text, start + named[0])) return named;
  return [place.exec(text.slice(start, start + 120))?.[0].length ?? 0, ''];
}

/** Where the keys begin: at the colon before the first of them, or where the text ends. */
function keysOf(text: string, start: number): number {
  let at = text.indexOf(': ', start);
  while (at >= 0 && !beginsKey(text, at + 2)) at = text.indexOf(': ', at + 2);
  return at < 0 ? text.length : at;
}

/** A letter, then what keys are made of, then `=`. */
function beginsKey(text: string, start: number): boolean {
  if (!isLetter(text.charCodeAt(start))) return false;
  const last = Math.min(text.length, start + longestKey + 1);
  for (let at = start + 1; at < last; at += 1) {
    const code = text.charCodeAt(at);
    if (code === equals) return true;
    if (!isLetter(code) && !isOtherOfKey(code)) return false;
  }
  return false;
}

function isLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

/** A digit, or one of `-._`. */
function isOtherOfKey(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x5f;
}

/** What stands before a value, by its key: those asked for are a few. */
const keyMarks = new Map<string, string>();

function markOf(key: string): string {
  const known = keyMarks.get(key);
  if (known !== undefined) return known;
  const mark = ` ${key}=`;
  keyMarks.set(key, mark);
  return mark;
}

function textOfKey(words: string, from: number, key: string): string | undefined {
  const mark = markOf(key);
  const start = words.startsWith(mark, from + 1) ? from + 1 : words.indexOf(mark, from);
  if (start < 0) return undefined;
  const at = start + mark.length;
  if (words.charAt(at) === '"') {
    const end = words.indexOf('"', at + 1);
    return end < 0 ? undefined : words.slice(at + 1, end);
  }
  const end = words.indexOf(' ', at);
  const value = words.slice(at, end < 0 ? words.length : end);
  // Who merged logs may have put the host behind a tab.
  const tab = value.indexOf('\t');
  return tab < 0 ? value : value.slice(0, tab);
}
