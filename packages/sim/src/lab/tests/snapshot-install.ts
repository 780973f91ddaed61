import type { LabTest } from '../lab-test.ts';
import { snapshotInterval, snapshotRounds } from '../snapshots.ts';

/** MIT's TestSnapshotInstall2D. */
export const snapshotInstall: LabTest = {
  name: 'TestSnapshotInstall2D',
  servers: 3,
  title: 'A server that was cut off catches up by a snapshot.',
  snapshotInterval,
  run(lab) {
    snapshotRounds(lab, 'disconnect');
  },
};
