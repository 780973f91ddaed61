import { agree, waitCommitted } from '../agreement.ts';
import { connect, disconnect } from '../connections.ts';
import { restart } from '../crashes.ts';
import type { LabTest } from '../lab-test.ts';
import { checkOneLeader } from '../leaders.ts';

/** MIT's TestPersist12C. */
export const persist1: LabTest = {
  name: 'TestPersist12C',
  servers: 3,
  title: 'Servers crash and restart, all of them, the leader, a follower; nothing is lost.',
  run(lab) {
    agree(lab, 11, lab.size, true);
    for (let index = 0; index < lab.size; index += 1) restart(lab, index);
    for (let index = 0; index < lab.size; index += 1) connect(lab, index);
    agree(lab, 12, lab.size, true);
    const first = checkOneLeader(lab);
    restart(lab, first);
    connect(lab, first);
    agree(lab, 13, lab.size, true);
    const second = checkOneLeader(lab);
    disconnect(lab, second);
    agree(lab, 14, lab.size - 1, true);
    restart(lab, second);
    connect(lab, second);
    waitCommitted(lab, 4, lab.size);
    const third = checkOneLeader(lab) + 1;
    disconnect(lab, third);
    agree(lab, 15, lab.size - 1, true);
    restart(lab, third);
    connect(lab, third);
    agree(lab, 16, lab.size, true);
  },
};
