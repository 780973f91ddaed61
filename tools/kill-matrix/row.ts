import type { Attempt } from './hunt.ts';

/** What became of one bug: the attempts of each suite, in the order of the suites. */
export interface Row {
  readonly name: string;
  readonly attempts: readonly (readonly Attempt[])[];
}
