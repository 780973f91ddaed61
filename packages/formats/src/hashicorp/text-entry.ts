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
/** The same for those that speak most: no pattern is as fast. */
const frequent: readonly string[] = ['raft', 'agent.server.raft', 'nomad.raft', 'storage.raft'];
/** Where the keys begin: a key behind a colon and a space. */
const key = /[A-Za-z][\w.-]{0,40}=/y;

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
  const [whole, module] = speakerAt(text, at) ?? [];
  if (whole === undefined || module === undefined) return undefined;
  const words = text.slice(at + whole);
  const keys = keysOf(words);
  return {
    time: stamp.time,
    level,
    module,
    message: words.slice(0, keys),
    value: (key) => textOfKey(words, keys, key),
  };
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
  let at = words.indexOf(': ');
  while (at >= 0) {
    key.lastIndex = at + 2;
    if (key.test(words)) return at;
    at = words.indexOf(': ', at + 2);
  }
  return words.length;
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
