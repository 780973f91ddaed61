import { agree } from '../agreement.ts';
import { connect, disconnect } from '../connections.ts';
import { crash, restart } from '../crashes.ts';
import type { LabTest } from '../lab-test.ts';
import { checkOneLeader } from '../leaders.ts';

/** MIT's TestPersist32C. */
export const persist3: LabTest = {
  name: 'TestPersist32C',
  servers: 3,
  title: 'A partitioned leader and one follower crash; the leader restarts and goes on.',
  run(lab) {
    agree(lab, 101, 3, true);
    const leader = checkOneLeader(lab);
    disconnect(lab, leader + 2);
    agree(lab, 102, 2, true);
    crash(lab, leader);
    crash(lab, leader + 1);
    connect(lab, leader + 2);
    restart(lab, leader);
    connect(lab, leader);
    agree(lab, 103, 2, true);
    restart(lab, leader + 1);
    connect(lab, leader + 1);
    agree(lab, 104, lab.size, true);
  },
};
