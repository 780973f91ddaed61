import { linePattern } from '../line-pattern.ts';
import type { ReadStamp } from '../stamp.ts';
import type { HclogEntry } from './hclog-entry.ts';

/** What stands between the stamp and the message. */
const head = linePattern(
  { level: 'TRACE|DEBUG|INFO|WARN|ERROR|ERR', module: String.raw`[\w.@-]{1,100}` },
  String.raw` \[<level>\] {1,4}(?:[\w./-]{1,100}\.go:\d{1,7}: )?<module>: `,
);
/** Where the keys begin: a colon, a space, and a key. */
const keysBegin = /: [A-Za-z][\w.-]{0,40}=/;

/** Reads a line of hclog's text; undefined where it is none. */
export function readTextEntry(text: string, readStamp: ReadStamp): HclogEntry | undefined {
  const stamp = readStamp(text, 0);
  if (stamp === undefined) return undefined;
  const match = head.exec(text.slice(stamp.end, stamp.end + 250));
  if (match === null) return undefined;
  const [whole, level = '', module = ''] = match;
  const words = text.slice(stamp.end + whole.length);
  const keys = keysBegin.exec(words)?.index ?? words.length;
  return {
    time: stamp.time,
    level: level === 'ERR' ? 'error' : level.toLowerCase(),
    module,
    message: words.slice(0, keys),
    value: (key) => textOfKey(words, keys, key),
  };
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
  return words.slice(at, end < 0 ? words.length : end);
}
