import type { Workbench } from './workbench.ts';

/** Entries between two snapshots that are worth a try. */
const intervals = [0, 1, 2, 3, 5];

/** Does without snapshots, or takes them so often that a few operations are enough for one. */
export function shrinkSnapshots(bench: Workbench): void {
  for (const snapshotInterval of intervals) {
    const { best } = bench;
    if (snapshotInterval >= best.cluster.snapshotInterval) return;
    const cluster = { ...best.cluster, snapshotInterval };
    if (bench.attemptAligned({ ...best, cluster })) return;
  }
}
