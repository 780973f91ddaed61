import { renderEvent, type TraceEvent } from '@raftlens/trace';

/** A line of evidence as people read it: a log's own words, or a trace's event told in words. */
export function evidenceWords(event: TraceEvent): string {
  const text = (event.at?.text ?? '').trim();
  // Our own traces are JSON, which nobody likes to read.
  return text === '' || text.startsWith('{') ? renderEvent(event) : text;
}
