import { labNetwork } from '../../network.ts';
import { agree, agreement } from '../agreement.ts';
import { setNetwork } from '../lab.ts';
import type { LabTest } from '../lab-test.ts';
import { type Background, join, startTask } from '../task.ts';

/** MIT's TestUnreliableAgree2C. */
export const unreliableAgree: LabTest = {
  name: 'TestUnreliableAgree2C',
  servers: 5,
  title: 'Five commands at a time are agreed upon over a lossy network.',
  unreliable: true,
  run(lab) {
    const tasks: Background[] = [];
    for (let round = 1; round < 50; round += 1) {
      for (let offset = 0; offset < 4; offset += 1) {
        const command = 100 * round + offset;
        tasks.push(startTask(lab, agreement(lab, { command, servers: 1, retry: true })));
      }
      agree(lab, round, 1, true);
    }
    setNetwork(lab, labNetwork.reliable);
    join(lab, tasks);
    agree(lab, 100, lab.size, true);
  },
};
