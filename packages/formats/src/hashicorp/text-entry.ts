import { linePattern } from '../line-pattern.ts';
import type { ReadStamp, Stamp } from '../stamp.ts';
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
const bracket = 0x5b;

/** What stands between the level and the message: where the source says so, and who speaks. */
const speaker = linePattern(
  { module: String.raw`[\w.@-]{1,100}` },
  String.raw`(?:[\w./-]{1,100}\.go:\d{1,7}: |STREAM: {1,2}(?:\] )?)?<module>: `,
);
/** Where the keys begin: a colon, a space, and a key. */
const keysBegin = /: [A-Za-z][\w.-]{0,40}=/;

/** Reads a line of hclog's text; undefined where it is none. */
export function readTextEntry(text: string, readStamp: ReadStamp): HclogEntry | undefined {
  const start = text.charCodeAt(0) === bracket ? afterProcess(text) : 0;
  const stamp = readStamp(text, start) ?? timeOfDay(text, start);
  if (stamp === undefined || !text.startsWith(' [', stamp.end)) return undefined;
  const begin = stamp.end + 2;
  const close = text.indexOf(']', begin);
  if (close < 0 || close - begin > longestLevel) return undefined;
  const level = levels.get(text.slice(begin, close));
  if (level === undefined) return undefined;
  let at = close + 1;
  while (at - close <= mostSpaces && text.charCodeAt(at) === space) at += 1;
  if (at === close + 1) return undefined;
  const match = speaker.exec(text.slice(at, at + 230));
  if (match === null) return undefined;
  const [whole, module = ''] = match;
  const words = text.slice(at + whole.length);
  const keys = keysOf(words);
  return {
    time: stamp.time,
    level,
    module,
    message: words.slice(0, keys),
    value: (key) => textOfKey(words, keys, key),
  };
}

const clock = /^(\d\d):(\d\d):(\d\d)(\.\d{1,6})?(?= \[)/;

/** The time alone, as the library wrote it up to 2015. */
function timeOfDay(text: string, start: number): Stamp | undefined {
  if (text.charAt(start + 2) !== ':') return undefined;
  const match = clock.exec(text.slice(start, start + 20));
  if (match === null) return undefined;
  const [whole, hour, minute, second, fraction] = match;
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  return { time: seconds * 1000 + Number(fraction ?? 0) * 1000, end: start + whole.length };
}

/** Where the time begins behind the number of a process: `[32605] 2019/07/25 ...`. */
function afterProcess(text: string): number {
  return /^\[\d{1,9}\] /.exec(text)?.[0].length ?? 0;
}

function keysOf(words: string): number {
  if (!words.includes('=')) return words.length;
  return keysBegin.exec(words)?.index ?? words.length;
}

function textOfKey(words: string, from: number, key: string): string | undefined {
  const mark = ` ${key}=`;
  const start = words.indexOf(mark, from);
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
