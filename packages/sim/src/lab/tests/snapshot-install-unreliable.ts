import type { LabTest } from '../lab-test.ts';
import { snapshotInterval, snapshotRounds } from '../snapshots.ts';

/** MIT's TestSnapshotInstallUnreliable2D. */
export const snapshotInstallUnreliable: LabTest = {
  name: 'TestSnapshotInstallUnreliable2D',
  servers: 3,
  title: 'The same over a lossy network.',
  unreliable: true,
  snapshotInterval,
  run(lab) {
    snapshotRounds(lab, 'disconnect');
  },
};
