import { agree, labElectionTimeoutMs } from '../agreement.ts';
import { connect, disconnect } from '../connections.ts';
import type { LabTest } from '../lab-test.ts';
import { checkOneLeader } from '../leaders.ts';
import { sleep } from '../sleep.ts';

/** MIT's TestFailAgree2B. */
export const failAgree: LabTest = {
  name: 'TestFailAgree2B',
  servers: 3,
  title: 'A follower misses entries and catches up when it is back.',
  run(lab) {
    agree(lab, 101, lab.size, false);
    const leader = checkOneLeader(lab);
    disconnect(lab, leader + 1);
    agree(lab, 102, lab.size - 1, false);
    agree(lab, 103, lab.size - 1, false);
    sleep(lab, labElectionTimeoutMs);
    agree(lab, 104, lab.size - 1, false);
    agree(lab, 105, lab.size - 1, false);
    connect(lab, leader + 1);
    agree(lab, 106, lab.size, true);
    sleep(lab, labElectionTimeoutMs);
    agree(lab, 107, lab.size, true);
  },
};
