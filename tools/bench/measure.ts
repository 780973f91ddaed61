import type { Contest, Contestant } from './contest.ts';

/** How long the rounds of one contestant took. */
export interface Measurement {
  readonly name: string;
  readonly medianMs: number;
  readonly fastestMs: number;
  readonly slowestMs: number;
  /** 99 of 100 rounds took no longer. */
  readonly p99Ms: number;
}

/**
 * Measures the contestants in turns, so that what slows the machine for a while slows them all; one
 * round of each before that warms caches and the compiler.
 */
export async function measure(contest: Contest, rounds: number): Promise<readonly Measurement[]> {
  const { contestants } = contest;
  for (const contestant of contestants) await contestant.round();
  const times = contestants.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contestant] of contestants.entries()) {
      times[index]?.push(await timeOf(contestant));
    }
  }
  return contestants.map(({ name }, index) => summarize(name, times[index] ?? []));
}

async function timeOf({ round }: Contestant): Promise<number> {
  const start = performance.now();
  await round();
  return performance.now() - start;
}

/** The median, which one slow round does not move, and the range. */
export function summarize(name: string, times: readonly number[]): Measurement {
  const sorted = times.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return {
    name,
    medianMs: (lower + upper) / 2,
    fastestMs: sorted[0] ?? Number.NaN,
    slowestMs: sorted.at(-1) ?? Number.NaN,
    p99Ms: sorted[Math.ceil(0.99 * sorted.length) - 1] ?? Number.NaN,
  };
}
