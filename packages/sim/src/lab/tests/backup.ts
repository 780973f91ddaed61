import { agree, freshCommand, labElectionTimeoutMs, start } from '../agreement.ts';
import { connect, disconnect } from '../connections.ts';
import type { LabTest } from '../lab-test.ts';
import { checkOneLeader } from '../leaders.ts';
import { sleep } from '../sleep.ts';

/** MIT's TestBackup2B. */
export const backup: LabTest = {
  name: 'TestBackup2B',
  servers: 5,
  title: 'Leaders back up quickly over long logs that differ.',
  run(lab) {
    agree(lab, freshCommand(lab), lab.size, true);
    const first = checkOneLeader(lab);
    for (const offset of [2, 3, 4]) disconnect(lab, first + offset);
    for (let count = 0; count < 50; count += 1) start(lab, first, freshCommand(lab));
    sleep(lab, labElectionTimeoutMs / 2);
    for (const offset of [0, 1]) disconnect(lab, first + offset);
    for (const offset of [2, 3, 4]) connect(lab, first + offset);
    for (let count = 0; count < 50; count += 1) agree(lab, freshCommand(lab), 3, true);
    const second = checkOneLeader(lab);
    const other = second === (first + 2) % lab.size ? second + 1 : first + 2;
    disconnect(lab, other);
    for (let count = 0; count < 50; count += 1) start(lab, second, freshCommand(lab));
    sleep(lab, labElectionTimeoutMs / 2);
    for (let index = 0; index < lab.size; index += 1) disconnect(lab, index);
    for (const index of [first, first + 1, other]) connect(lab, index);
    for (let count = 0; count < 50; count += 1) agree(lab, freshCommand(lab), 3, true);
    for (let index = 0; index < lab.size; index += 1) connect(lab, index);
    agree(lab, freshCommand(lab), lab.size, true);
  },
};
