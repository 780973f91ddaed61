import type { TraceEvent } from '@raftlens/trace';
import type { Report } from './finding.ts';

/**
 * A violation by one server: `event`, its line, says what `before` forbids. Without a line before,
 * or where both are the same, `event` contradicts itself.
 */
export function contradiction(
  event: TraceEvent,
  before: TraceEvent | undefined,
  message: string,
  term: number | undefined = event.term,
): Report {
  return {
    verdict: 'violated',
    term,
    nodes: event.node === undefined ? [] : [event.node],
    message,
    evidence: before === undefined || before === event ? [event] : [before, event],
  };
}
