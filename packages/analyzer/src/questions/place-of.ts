import type { TraceEvent } from '@raftlens/trace';

/** Where an event stands, as short as it can be told: its line, or nothing. */
export function placeOf({ at }: TraceEvent): string | undefined {
  return at === undefined ? undefined : `${at.file.split('/').at(-1)}:${at.line}`;
}
