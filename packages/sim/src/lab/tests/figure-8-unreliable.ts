import { labNetwork } from '../../network.ts';
import { agree, freshCommand, start } from '../agreement.ts';
import { connect, disconnect } from '../connections.ts';
import { hostAt, setNetwork } from '../lab.ts';
import type { LabTest } from '../lab-test.ts';
import { sleep } from '../sleep.ts';

/** MIT's TestFigure8Unreliable2C. */
export const figure8Unreliable: LabTest = {
  name: 'TestFigure8Unreliable2C',
  servers: 5,
  title: 'Figure 8 over a lossy network that holds replies back for seconds.',
  unreliable: true,
  run(lab) {
    agree(lab, freshCommand(lab), 1, true);
    let up = lab.size;
    for (let iteration = 0; iteration < 1_000; iteration += 1) {
      if (iteration === 200) setNetwork(lab, labNetwork.longReordering);
      let leader: number | undefined;
      for (let index = 0; index < lab.size; index += 1) {
        const started = start(lab, index, freshCommand(lab)) !== undefined;
        if (started && hostAt(lab, index).connected) leader = index;
      }
      sleep(lab, lab.random.chance(0.1) ? lab.random.integer(0, 499) : lab.random.integer(0, 12));
      if (leader !== undefined && lab.random.chance(0.5)) {
        disconnect(lab, leader);
        up -= 1;
      }
      if (up < 3) {
        const index = lab.random.integer(0, lab.size - 1);
        if (!hostAt(lab, index).connected) {
          connect(lab, index);
          up += 1;
        }
      }
    }
    for (let index = 0; index < lab.size; index += 1) connect(lab, index);
    agree(lab, freshCommand(lab), lab.size, true);
  },
};
