import { agree, expectUncommitted, labElectionTimeoutMs, start } from '../agreement.ts';
import { disconnect } from '../connections.ts';
import type { LabTest } from '../lab-test.ts';
import { checkOneLeader } from '../leaders.ts';
import { sleep } from '../sleep.ts';

/** MIT's TestLeaderFailure2B. */
export const leaderFailure: LabTest = {
  name: 'TestLeaderFailure2B',
  servers: 3,
  title: 'Leaders are cut off one by one; the last server commits nothing alone.',
  run(lab) {
    agree(lab, 101, lab.size, false);
    const first = checkOneLeader(lab);
    disconnect(lab, first);
    agree(lab, 102, lab.size - 1, false);
    sleep(lab, labElectionTimeoutMs);
    agree(lab, 103, lab.size - 1, false);
    const second = checkOneLeader(lab);
    disconnect(lab, second);
    for (let index = 0; index < lab.size; index += 1) start(lab, index, 104);
    sleep(lab, 2 * labElectionTimeoutMs);
    expectUncommitted(lab, 4);
  },
};
