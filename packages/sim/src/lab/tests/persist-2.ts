import { agree, labElectionTimeoutMs } from '../agreement.ts';
import { connect, disconnect } from '../connections.ts';
import { restart } from '../crashes.ts';
import type { LabTest } from '../lab-test.ts';
import { checkOneLeader } from '../leaders.ts';
import { sleep } from '../sleep.ts';

/** MIT's TestPersist22C. */
export const persist2: LabTest = {
  name: 'TestPersist22C',
  servers: 5,
  title: 'Five rounds in which some are cut off, and others crash before they are back.',
  run(lab) {
    let command = 11;
    for (let round = 0; round < 5; round += 1) {
      agree(lab, command, lab.size, true);
      const leader = checkOneLeader(lab);
      for (const offset of [1, 2]) disconnect(lab, leader + offset);
      agree(lab, command + 1, lab.size - 2, true);
      for (const offset of [0, 3, 4]) disconnect(lab, leader + offset);
      for (const offset of [1, 2]) restart(lab, leader + offset);
      for (const offset of [1, 2]) connect(lab, leader + offset);
      sleep(lab, labElectionTimeoutMs);
      restart(lab, leader + 3);
      connect(lab, leader + 3);
      agree(lab, command + 2, lab.size - 2, true);
      for (const offset of [4, 0]) connect(lab, leader + offset);
      command += 3;
    }
    agree(lab, 1_000, lab.size, true);
  },
};
