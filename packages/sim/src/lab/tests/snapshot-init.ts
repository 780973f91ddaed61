import { agree, freshCommand } from '../agreement.ts';
import { restartAll } from '../crashes.ts';
import type { LabTest } from '../lab-test.ts';
import { snapshotInterval } from '../snapshots.ts';

/** MIT's TestSnapshotInit2D. */
export const snapshotInit: LabTest = {
  name: 'TestSnapshotInit2D',
  servers: 3,
  title: 'A snapshot survives a restart that writes nothing but the log.',
  snapshotInterval,
  run(lab) {
    for (let count = 0; count <= snapshotInterval; count += 1) {
      agree(lab, freshCommand(lab), lab.size, true);
    }
    restartAll(lab);
    // One more entry has the log written again: the snapshot has to be there still.
    agree(lab, freshCommand(lab), lab.size, true);
    restartAll(lab);
    agree(lab, freshCommand(lab), lab.size, true);
  },
};
