import type { Named, Sample } from './sample.ts';

/** Of how many traces the bug was named first, and among the first three. */
export interface Score {
  /** Traces, of runs that failed. */
  readonly traces: number;
  readonly first: number;
  readonly three: number;
}

/** Counts samples by what was named; those without a failing run count for nothing. */
export function scoreOf(
  samples: readonly Sample[],
  namedIn: (sample: Sample) => readonly Named[] = ({ named }) => named,
): Score {
  const found = samples.filter(({ trial }) => trial !== undefined);
  const within = (places: number): number =>
    found.filter((sample) =>
      namedIn(sample)
        .slice(0, places)
        .some(([name]) => name === sample.bug),
    ).length;
  return { traces: found.length, first: within(1), three: within(3) };
}

/** What was named first in place of the bug, the most frequent first. */
export function confusionOf(samples: readonly Sample[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { bug, trial, named } of samples) {
    const [[first] = ['nothing']] = named;
    if (trial === undefined || bug === first) continue;
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return [...counts].sort(([, left], [, right]) => right - left);
}
