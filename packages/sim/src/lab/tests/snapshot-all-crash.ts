import { agree, freshCommand } from '../agreement.ts';
import { restartAll } from '../crashes.ts';
import { fail } from '../lab.ts';
import type { LabTest } from '../lab-test.ts';
import { commandsPerRound, snapshotInterval } from '../snapshots.ts';

/** MIT's TestSnapshotAllCrash2D. */
export const snapshotAllCrash: LabTest = {
  name: 'TestSnapshotAllCrash2D',
  servers: 3,
  title: 'All servers crash and restart; the index goes on from where it was.',
  snapshotInterval,
  run(lab) {
    agree(lab, freshCommand(lab), lab.size, true);
    for (let round = 0; round < 5; round += 1) {
      const commands = commandsPerRound(lab);
      for (let count = 0; count < commands; count += 1) {
        agree(lab, freshCommand(lab), lab.size, true);
      }
      const before = agree(lab, freshCommand(lab), lab.size, true);
      restartAll(lab);
      const after = agree(lab, freshCommand(lab), lab.size, true);
      if (after <= before) fail(lab, 'other', `index decreased from ${before} to ${after}`);
    }
  },
};
