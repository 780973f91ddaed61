import type { LabTest } from '../lab-test.ts';
import { snapshotInterval, snapshotRounds } from '../snapshots.ts';

/** MIT's TestSnapshotBasic2D. */
export const snapshotBasic: LabTest = {
  name: 'TestSnapshotBasic2D',
  servers: 3,
  title: 'Logs stay small when the service takes snapshots.',
  snapshotInterval,
  run(lab) {
    snapshotRounds(lab, 'none');
  },
};
