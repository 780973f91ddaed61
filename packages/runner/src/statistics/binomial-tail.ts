/**
 * The probability of `k` or more failures in `n` runs that each fail with probability `rate`.
 *
 * It is the regularized incomplete beta function I(rate; k, n − k + 1), here by Lentz's continued
 * fraction (Numerical Recipes §6.4): exact to 12 digits for any n, where a sum over millions of
 * terms would be neither.
 */
export function atLeast(k: number, n: number, rate: number): number {
  if (k <= 0) return 1;
  if (k > n || rate <= 0) return 0;
  if (rate >= 1) return 1;
  return regularized(rate, k, n - k + 1);
}

function regularized(x: number, a: number, b: number): number {
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  // The fraction converges fast below the mean; above it, the other tail does.
  return x < (a + 1) / (a + b + 2)
    ? (front * fraction(x, a, b)) / a
    : 1 - (front * fraction(1 - x, b, a)) / b;
}

const mostSteps = 10_000;
const enough = 1e-15;
const tiny = 1e-300;

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= mostSteps; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < enough) break;
  }
  return value;
}

function nonZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/** Lanczos' coefficients for g = 7. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];

/** The logarithm of Γ(x) for x ≥ 0.5. */
export function logGamma(x: number): number {
  const t = x + 6.5;
  let sum = lanczos[0] ?? 1;
  for (let i = 1; i < lanczos.length; i += 1) sum += (lanczos[i] ?? 0) / (x + i - 1);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}
