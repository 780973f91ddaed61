const dayMs = 86_400_000;

/** The day of a time, as `2021-08-04`; the time itself where it is no date. UTC. */
export function dayOf(time: number): string {
  return isoOf(time)?.slice(0, 10) ?? String(time);
}

/** The time of day, as `15:45:58.000`: UTC, or whatever zone the log's own times were read in. */
export function timeOfDay(time: number): string {
  return isoOf(time)?.slice(11, 23) ?? String(time);
}

/** Milliseconds since midnight. */
export function sinceMidnight(time: number): number {
  return ((time % dayMs) + dayMs) % dayMs;
}

function isoOf(time: number): string | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
