import {
  agree,
  expectIndex,
  expectUncommitted,
  labElectionTimeoutMs,
  start,
} from '../agreement.ts';
import { disconnect } from '../connections.ts';
import type { LabTest } from '../lab-test.ts';
import { checkOneLeader } from '../leaders.ts';
import { sleep } from '../sleep.ts';

/** MIT's TestFollowerFailure2B. */
export const followerFailure: LabTest = {
  name: 'TestFollowerFailure2B',
  servers: 3,
  title: 'Followers are cut off one by one; the last server commits nothing alone.',
  run(lab) {
    agree(lab, 101, lab.size, false);
    const first = checkOneLeader(lab);
    disconnect(lab, first + 1);
    agree(lab, 102, lab.size - 1, false);
    sleep(lab, labElectionTimeoutMs);
    agree(lab, 103, lab.size - 1, false);
    const second = checkOneLeader(lab);
    disconnect(lab, second + 1);
    disconnect(lab, second + 2);
    expectIndex(lab, start(lab, second, 104)?.index, 4);
    sleep(lab, 2 * labElectionTimeoutMs);
    expectUncommitted(lab, 4);
  },
};
