import type { LabTest } from '../lab-test.ts';
import { snapshotInterval, snapshotRounds } from '../snapshots.ts';

/** MIT's TestSnapshotInstallCrash2D. */
export const snapshotInstallCrash: LabTest = {
  name: 'TestSnapshotInstallCrash2D',
  servers: 3,
  title: 'A server that crashed catches up by a snapshot.',
  snapshotInterval,
  run(lab) {
    snapshotRounds(lab, 'crash');
  },
};
