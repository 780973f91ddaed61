import type { Attempt } from './hunt.ts';

/** How long starts took that found something, in whole ms; `–` where none did. */
export interface Times {
  readonly median: string;
  readonly p95: string;
  readonly slowest: string;
  /** Starts that found nothing. */
  readonly missed: number;
}

/** Sums up the times of some attempts. */
export function timesOf(attempts: readonly Attempt[]): Times {
  const found = attempts.filter(({ kill }) => kill !== undefined);
  const times = found.map(({ ms }) => ms).sort((left, right) => left - right);
  const at = (share: number): string => {
    const ms = times[Math.min(times.length - 1, Math.floor(share * times.length))];
    return ms === undefined ? '–' : String(Math.round(ms));
  };
  const missed = attempts.length - found.length;
  return { median: at(0.5), p95: at(0.95), slowest: at(1), missed };
}
