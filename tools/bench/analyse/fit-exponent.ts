/** One measured size. */
export interface Point {
  readonly events: number;
  readonly ms: number;
}

/**
 * The exponent `e` of time = c · events^e that fits best, by least squares over the logarithms: 1
 * where twice the events take twice the time.
 */
export function fitExponent(points: readonly Point[]): number {
  const xs = points.map(({ events }) => Math.log(events));
  const ys = points.map(({ ms }) => Math.log(ms));
  const meanX = mean(xs);
  const meanY = mean(ys);
  let covariance = 0;
  let variance = 0;
  for (const [index, x] of xs.entries()) {
    covariance += (x - meanX) * ((ys[index] ?? 0) - meanY);
    variance += (x - meanX) ** 2;
  }
  return covariance / variance;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
