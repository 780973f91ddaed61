import type { Bounds } from './bounds.ts';

/** What a run may only do so often. */
export type Counted = Exclude<keyof Bounds, 'depth' | 'newestOnly'>;

const bits = 5;
const countMax = 2 ** bits - 1;

/** The place of each count in a budget, which is one whole number. */
const units: Readonly<Record<Counted, number>> = {
  elections: 1,
  commands: 2 ** bits,
  heartbeats: 2 ** (2 * bits),
  losses: 2 ** (3 * bits),
  duplications: 2 ** (4 * bits),
  restarts: 2 ** (5 * bits),
};

/**
 * What is left of the bounds at the start of a run.
 *
 * Throws a RangeError when a bound is no whole number from 0 to 31.
 */
export function budgetOf(bounds: Bounds): number {
  let budget = 0;
  for (const counted of counteds) {
    const count = bounds[counted];
    if (!Number.isInteger(count) || count < 0 || count > countMax) {
      throw new RangeError(`${counted} is ${count}, not a whole number from 0 to ${countMax}`);
    }
    budget += count * units[counted];
  }
  return budget;
}

/** The names of all counts. */
const counteds: readonly Counted[] = [
  'elections',
  'commands',
  'heartbeats',
  'losses',
  'duplications',
  'restarts',
];

/** How often this may still happen. */
export function left(budget: number, counted: Counted): number {
  return (budget / units[counted]) & countMax;
}

/** The budget after it happened once more. */
export function spend(budget: number, counted: Counted): number {
  return budget - units[counted];
}
