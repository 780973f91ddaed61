import type { ReadStamp } from '../stamp.ts';

/** A line of Open vSwitch's log, taken apart. */
export interface OvsdbLine {
  readonly time: number;
  /** Begins again at 1 when the process does. */
  readonly sequence: number;
  readonly module: string;
  readonly level: string;
  readonly words: string;
}

const head = /^\|(\d{5,10})\|([a-z0-9_]{1,60})(?:\([^)|]{1,60}\))?\|([A-Z]{2,6})\|/;

/** Reads a line such as `2026-11-23T03:18:11.825Z|00003|raft|INFO|words`; else undefined. */
export function readOvsdbLine(text: string, readStamp: ReadStamp): OvsdbLine | undefined {
  const stamp = readStamp(text, 0);
  if (stamp === undefined) return undefined;
  const match = head.exec(text.slice(stamp.end, stamp.end + 150));
  if (match === null) return undefined;
  const [whole, sequence, module = '', level = ''] = match;
  return {
    time: stamp.time,
    sequence: Number(sequence),
    module,
    level,
    words: text.slice(stamp.end + whole.length),
  };
}
