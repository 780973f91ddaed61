import { findLabTest } from '../lab/lab-tests.ts';
import type { Scenario } from '../trial.ts';

/** Runs of this scenario can be screened: it has tests of the lab only. */
export function canScreen({ tests }: Scenario): boolean {
  return tests.every((name) => findLabTest(name) !== undefined);
}
