import { agree, freshCommand, start } from '../agreement.ts';
import { connect } from '../connections.ts';
import { crash, isUp, restart, reviveAll } from '../crashes.ts';
import type { LabTest } from '../lab-test.ts';
import { sleep } from '../sleep.ts';

/** MIT's TestFigure82C. */
export const figure8: LabTest = {
  name: 'TestFigure82C',
  servers: 5,
  title: 'Leaders crash over and over, often before their entries are committed (Raft Figure 8).',
  run(lab) {
    agree(lab, freshCommand(lab), 1, true);
    let up = lab.size;
    for (let iteration = 0; iteration < 1_000; iteration += 1) {
      let leader: number | undefined;
      for (let index = 0; index < lab.size; index += 1) {
        if (start(lab, index, freshCommand(lab)) !== undefined) leader = index;
      }
      sleep(lab, lab.random.chance(0.1) ? lab.random.integer(0, 499) : lab.random.integer(0, 12));
      if (leader !== undefined) {
        crash(lab, leader);
        up -= 1;
      }
      if (up < 3) {
        const index = lab.random.integer(0, lab.size - 1);
        if (!isUp(lab, index)) {
          restart(lab, index);
          connect(lab, index);
          up += 1;
        }
      }
    }
    reviveAll(lab);
    agree(lab, freshCommand(lab), lab.size, true);
  },
};
