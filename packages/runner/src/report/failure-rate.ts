import { anytimeInterval } from '../statistics/anytime-interval.ts';
import { type RateInterval, rateInterval } from '../statistics/rate-interval.ts';
import { cleanRunsBound } from './confidence.ts';

/** Where the rate of failures lies, and how surely. */
export interface FailureRate extends RateInterval {
  /** 0 to 1. */
  readonly confidence: number;
  /** It holds whenever the loop stops, for whatever reason; and is wider for that. */
  readonly anytime?: true;
}

/** Runs that showed something: what was inconclusive or cancelled is no evidence either way. */
export interface ShownRuns {
  readonly passed: number;
  readonly failed: number;
}

/** Where nothing else is said. */
export const usualConfidence = 0.95;

/**
 * The interval of the failure rate; undefined where no run showed anything. It is the exact one for
 * a number of runs, or of failures, that was fixed before, unless the loop was stopped by what it
 * `looked` at.
 */
export function failureRate(
  { passed, failed }: ShownRuns,
  confidence: number = usualConfidence,
  looked = false,
): FailureRate | undefined {
  const runs = passed + failed;
  if (runs === 0) return undefined;
  return looked
    ? { ...anytimeInterval(failed, runs, confidence), confidence, anytime: true }
    : { ...rateInterval(failed, runs, confidence), confidence };
}

/** `5 % fail; 95 %: 1.2 % to 13 %`, for one line of a report. */
export function rateWords(
  shown: ShownRuns,
  { low, high, confidence, anytime }: FailureRate,
  unit = ' %',
): string {
  const share = shown.failed / (shown.passed + shown.failed);
  const sure = `${percent(confidence, unit)}${anytime === true ? ' whenever it stops' : ''}`;
  return `${percent(share, unit)} fail; ${sure}: ${percent(low, unit)} to ${percent(high, unit)}`;
}

/** A share in percent, three digits of it at most. */
export function percent(share: number, unit = ' %'): string {
  const digits = share > 0.99 && share < 1 ? 4 : share >= 0.1 ? 3 : 2;
  return `${Number((share * 100).toPrecision(digits))}${unit}`;
}

/** Claims that people make of their tests, as one failure in so many runs. */
const claims: readonly number[] = [10, 100, 350, 1_000, 10_000, 100_000, 1_000_000];

/** What more clean runs would show after `runs` clean ones: the next claim that is worth a word. */
export function nextClaim(
  runs: number,
  confidence: number = usualConfidence,
): { readonly oneIn: number; readonly cleanRuns: number } | undefined {
  const bound = cleanRunsBound(runs, confidence);
  const oneIn = claims.find((each) => 1 / each < bound);
  if (oneIn === undefined) return undefined;
  return { oneIn, cleanRuns: cleanRunsNeeded(1 / oneIn, confidence) - runs };
}

/** So many runs, all clean, show a rate below this one. */
export function cleanRunsNeeded(below: number, confidence: number = usualConfidence): number {
  let runs = Math.max(1, Math.floor(Math.log1p(-confidence) / Math.log1p(-below)));
  while (cleanRunsBound(runs, confidence) >= below) runs += 1;
  return runs;
}
