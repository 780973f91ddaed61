import type { LabTest } from './lab-test.ts';
import { initialElection } from './tests/initial-election.ts';
import { manyElections } from './tests/many-elections.ts';
import { reElection } from './tests/re-election.ts';

/** The lab's tests by part, in the lab's order. A new test is one file and one line here. */
export const labTests: { readonly [Part in '2A']: readonly LabTest[] } = {
  '2A': [initialElection, reElection, manyElections],
};
