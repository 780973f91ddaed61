/**
 * What clean runs show: with this confidence, runs fail less often than `rate`.
 *
 * With n clean runs out of n, a rate r is refuted at 95 % where (1 − r)^n < 0.05.
 */
export function cleanRunsBound(runs: number, confidence: number = 0.95): number {
  return runs === 0 ? 1 : 1 - (1 - confidence) ** (1 / runs);
}
