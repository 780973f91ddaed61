import { likeOf } from '@raftlens/invariants';
import type { Sample } from './sample.ts';

/** Of how many traces the bug was named first, and among the first three. */
export interface Score {
  /** Traces, of runs that failed. */
  readonly traces: number;
  readonly first: number;
  readonly three: number;
  /** The same where a bug that no trace tells from it counts as it. */
  readonly firstAlike: number;
  readonly threeAlike: number;
}

/** Counts samples; those without a failing run count for nothing. */
export function scoreOf(samples: readonly Sample[]): Score {
  const found = samples.filter(({ trial }) => trial !== undefined);
  const count = (isNamed: (bug: string, named: string) => boolean, places: number): number =>
    found.filter(({ bug, named }) => named.slice(0, places).some(([name]) => isNamed(bug, name)))
      .length;
  return {
    traces: found.length,
    first: count(isSame, 1),
    three: count(isSame, 3),
    firstAlike: count(isAlike, 1),
    threeAlike: count(isAlike, 3),
  };
}

/** What was named first in place of the bug, the most frequent first. */
export function confusionOf(samples: readonly Sample[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { bug, trial, named } of samples) {
    const [[first] = ['nothing']] = named;
    if (trial === undefined || isSame(bug, first)) continue;
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return [...counts].sort(([, left], [, right]) => right - left);
}

function isSame(bug: string, named: string): boolean {
  return bug === named;
}

function isAlike(bug: string, named: string): boolean {
  return bug === named || likeOf(bug)?.bugs.includes(named) === true;
}
