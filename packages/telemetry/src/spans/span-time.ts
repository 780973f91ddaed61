import type { SpanTime } from './span-record.ts';

/**
 * Turns the time of an event, ms since the epoch, into {@link SpanTime}. Traces are exact to the
 * microsecond, so that is where it rounds. Never 0: Jaeger's page leaves out spans that start then.
 */
export function spanTime(ms: number): SpanTime {
  const microseconds = Math.max(1, Math.round(ms * 1000));
  const seconds = Math.floor(microseconds / 1_000_000);
  return [seconds, (microseconds - seconds * 1_000_000) * 1000];
}
