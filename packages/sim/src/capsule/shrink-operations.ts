import type { CapsuleOperation } from './capsule.ts';
import { groupsOf } from './operation-groups.ts';
import { type Grain, removeParts } from './remove-parts.ts';
import type { Workbench } from './workbench.ts';

/** Leaves out operations: each with its repetitions first, then single repetitions. */
export function shrinkOperations(bench: Workbench, grain: Grain): void {
  const over = (): boolean => bench.over;
  removeParts({
    grain,
    over,
    parts: () => groupsOf(bench.best.operations),
    keep: (groups) => bench.attemptAligned({ ...bench.best, operations: inOrder(groups.flat()) }),
  });
  const repetitions = (): readonly CapsuleOperation[] =>
    bench.best.operations.filter(({ again }) => again === true);
  if (grain === 'coarse' || repetitions().length === 0) return;
  removeParts({
    grain,
    over,
    parts: repetitions,
    keep(kept) {
      const left = new Set(kept);
      const operations = bench.best.operations.filter(
        (operation) => operation.again !== true || left.has(operation),
      );
      return bench.attemptAligned({ ...bench.best, operations });
    },
  });
}

function inOrder(operations: readonly CapsuleOperation[]): readonly CapsuleOperation[] {
  return operations.toSorted((left, right) => left.at - right.at);
}
