import type { ReadStamp } from '../stamp.ts';

/** A line of nats-server, taken apart. */
export interface NatsLine {
  readonly time: number;
  /** Changes when the server starts anew; undefined where it is not logged. */
  readonly pid: string | undefined;
  /** `DBG`, `INF`, `WRN`, `ERR`, `FTL`, `TRC`. */
  readonly level: string;
  readonly words: string;
}

const levels: readonly string[] = ['DBG', 'INF', 'WRN', 'TRC', 'ERR', 'FTL'];
const levelLength = 3;
const longestPid = 10;

const space = 0x20;
const slash = 0x2f;
const zero = 0x30;
const nine = 0x39;
const bracket = 0x5b;

/**
 * Reads a line letter by letter, as no pattern is as fast; undefined where it is none of
 * nats-server.
 */
export function readNatsLine(text: string, readStamp: ReadStamp): NatsLine | undefined {
  const begin = text.charCodeAt(0) === bracket ? afterPid(text) : 0;
  if (text.charCodeAt(begin + 4) !== slash || text.charCodeAt(begin + 10) !== space) {
    return undefined;
  }
  const stamp = readStamp(text, begin);
  if (stamp === undefined || !text.startsWith(' [', stamp.end)) return undefined;
  const at = stamp.end + 2;
  const level = levels.find((each) => text.startsWith(each, at));
  if (level === undefined || !text.startsWith('] ', at + levelLength)) return undefined;
  return {
    time: stamp.time,
    pid: begin === 0 ? undefined : text.slice(1, begin - 2),
    level,
    words: text.slice(at + levelLength + 2),
  };
}

/** Where the line goes on behind the number in brackets; 0 where there is none. */
function afterPid(text: string): number {
  let at = 1;
  while (isDigit(text.charCodeAt(at))) at += 1;
  const isPid = at > 1 && at <= longestPid + 1 && text.startsWith('] ', at);
  return isPid ? at + 2 : 0;
}

function isDigit(code: number): boolean {
  return code >= zero && code <= nine;
}
