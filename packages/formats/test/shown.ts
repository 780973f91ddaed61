import { renderEvent, type TraceEvent } from '@raftlens/trace';

/** Events as a golden file shows them: the line that each is from, its run, and what it says. */
export function shown(events: readonly TraceEvent[]): string {
  const lines = events.map((event) => {
    const run = event.run === undefined ? '' : `[${event.run}] `;
    const inc = event.inc === undefined || event.inc === 1 ? '' : ` (life ${event.inc})`;
    return `${String(event.at?.line).padStart(3)} ${run}${renderEvent(event)}${inc}`;
  });
  return `${lines.join('\n')}\n`;
}
