import type { LabTest } from '../lab-test.ts';
import { snapshotInterval, snapshotRounds } from '../snapshots.ts';

/** MIT's TestSnapshotInstallUnCrash2D. */
export const snapshotInstallUnCrash: LabTest = {
  name: 'TestSnapshotInstallUnCrash2D',
  servers: 3,
  title: 'A server that crashed catches up by a snapshot over a lossy network.',
  unreliable: true,
  snapshotInterval,
  run(lab) {
    snapshotRounds(lab, 'crash');
  },
};
