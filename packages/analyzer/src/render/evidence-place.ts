import type { TraceEvent } from '@raftlens/trace';

/** Where a line of evidence stands, as `file:line`; undefined for an event that no file gave. */
export function evidencePlace({ at }: TraceEvent): string | undefined {
  return at === undefined ? undefined : `${at.file}:${at.line}`;
}
