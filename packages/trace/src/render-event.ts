import type { TraceEvent } from './trace-event.ts';

/** Renders an event as one line. */
export function renderEvent(event: TraceEvent): string {
  return event.event;
}
