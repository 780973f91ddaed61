import type { TraceEvent } from '@raftlens/trace';

/** Where the log of a server ends just before a line, as that line says; undefined for most. */
export function lastTold(event: TraceEvent): number | undefined {
  switch (event.event) {
    case 'election.started':
    case 'vote.granted':
    case 'vote.denied':
      return event.lastLogIndex;
    case 'append.rejected':
      return event.cause === 'log-too-short' && event.conflictIndex !== undefined
        ? event.conflictIndex - 1
        : undefined;
    case 'log.appended':
      return event.firstIndex - 1;
    default:
      return undefined;
  }
}
