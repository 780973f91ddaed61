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

const head = /^(?:\[(\d{1,10})\] )?(?=\d{4}\/\d\d\/\d\d )/;
const afterStamp = /^ \[(DBG|INF|WRN|ERR|FTL|TRC)\] /;

/** Reads a line; undefined where it is none of nats-server. */
export function readNatsLine(text: string, readStamp: ReadStamp): NatsLine | undefined {
  const begin = head.exec(text);
  if (begin === null) return undefined;
  const stamp = readStamp(text, begin[0].length);
  if (stamp === undefined) return undefined;
  const level = afterStamp.exec(text.slice(stamp.end, stamp.end + 7));
  if (level === null) return undefined;
  return {
    time: stamp.time,
    pid: begin[1],
    level: level[1] ?? '',
    words: text.slice(stamp.end + level[0].length),
  };
}
