import { agree, start } from '../agreement.ts';
import { connect, disconnect } from '../connections.ts';
import type { LabTest } from '../lab-test.ts';
import { checkOneLeader } from '../leaders.ts';

/** MIT's TestRejoin2B. */
export const rejoin: LabTest = {
  name: 'TestRejoin2B',
  servers: 3,
  title: 'A cut-off leader with entries of its own comes back.',
  run(lab) {
    agree(lab, 101, lab.size, true);
    const first = checkOneLeader(lab);
    disconnect(lab, first);
    for (const command of [102, 103, 104]) start(lab, first, command);
    agree(lab, 103, 2, true);
    const second = checkOneLeader(lab);
    disconnect(lab, second);
    connect(lab, first);
    agree(lab, 104, 2, true);
    connect(lab, second);
    agree(lab, 105, lab.size, true);
  },
};
