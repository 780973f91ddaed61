import { civilTimeMs } from '../civil-time.ts';

/** A line of CockroachDB's log, taken apart. */
export interface CockroachLine {
  readonly time: number;
  /** The last part of the source file's path: `raft.go`. */
  readonly source: string;
  /** The tags in brackets: `n1,s1,r2/1:/Table/53`. */
  readonly tags: string;
  /** Without the marks of what may be redacted. */
  readonly words: string;
}

/** crdb-v1 and crdb-v2: severity, time, goroutine, perhaps a channel, and where; 2016 had less. */
const head = new RegExp(
  String.raw`^[IWEF](\d\d)(\d\d)(\d\d) (\d\d):(\d\d):(\d\d)\.(\d{6}) (?:\d{1,12} )?` +
    String.raw`(?:\d{1,3}@)?(?:[\w.@-]{1,60}\/){0,12}([\w.-]{1,60}\.go):\d{1,6} ` +
    String.raw`{1,3}(?:⋮ ?)? {0,2}`,
);
/** Version 2 numbers its entries, and marks what goes on with one. */
const counter = /^\d{1,12} [ =+|!]/;
const marks = /[‹›]/g;

/** Reads a line; undefined where it is none of CockroachDB. */
export function readCockroachLine(text: string): CockroachLine | undefined {
  const match = head.exec(text);
  if (match === null) return undefined;
  const [whole, year, month, day, hour, minute, second, micros] = match;
  const ms = civilTimeMs({
    year: 2000 + Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  });
  if (ms === undefined) return undefined;
  const rest = text.slice(whole.length);
  const close = rest.startsWith('[') ? closing(rest) : -1;
  const tags = close < 0 ? '' : rest.slice(1, close);
  const after = rest.slice(close + 1).trimStart();
  return {
    time: ms + Number(micros) / 1000,
    source: match[8] ?? '',
    tags,
    words: after.replace(counter, '').replaceAll(marks, '').trimEnd(),
  };
}

/** The end of the tags: keys of a range may hold brackets too. */
function closing(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '[') depth += 1;
    else if (char === ']') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}
