import { connect, disconnect } from '../connections.ts';
import type { LabTest } from '../lab-test.ts';
import { checkNoLeader, checkOneLeader } from '../leaders.ts';
import { sleep } from '../sleep.ts';

/** MIT's TestReElection2A. */
export const reElection: LabTest = {
  name: 'TestReElection2A',
  servers: 3,
  title: 'Leaders are cut off and come back; without a majority nobody leads.',
  run(lab) {
    const first = checkOneLeader(lab);
    disconnect(lab, first);
    checkOneLeader(lab);
    connect(lab, first);
    const second = checkOneLeader(lab);
    disconnect(lab, second);
    disconnect(lab, (second + 1) % lab.size);
    sleep(lab, 2_000);
    checkNoLeader(lab);
    connect(lab, (second + 1) % lab.size);
    checkOneLeader(lab);
    connect(lab, second);
    checkOneLeader(lab);
  },
};
