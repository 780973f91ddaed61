import { fail } from '../lab.ts';
import type { LabTest } from '../lab-test.ts';
import { checkOneLeader, checkTerms } from '../leaders.ts';
import { sleep } from '../sleep.ts';

/** MIT's TestInitialElection2A. */
export const initialElection: LabTest = {
  name: 'TestInitialElection2A',
  servers: 3,
  title: 'Three servers elect a leader and keep it.',
  run(lab) {
    checkOneLeader(lab);
    // Long enough for followers to learn the new term.
    sleep(lab, 50);
    const term = checkTerms(lab);
    if (term < 1) fail(lab, 'no-leader', `term is ${term}, but should be at least 1`);
    sleep(lab, 2_000);
    checkTerms(lab);
    checkOneLeader(lab);
  },
};
