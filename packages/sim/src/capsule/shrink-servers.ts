import { leaderNode } from '../chaos/plan.ts';
import type { Capsule } from './capsule.ts';
import { type Decision, isTimer } from './decision.ts';
import type { Workbench } from './workbench.ts';

/** Leaves out servers while the failure still shows. */
export function shrinkServers(bench: Workbench): void {
  for (let number = bench.best.cluster.size; number >= 1; number -= 1) {
    if (bench.best.cluster.size <= 2) return;
    if (number <= bench.best.cluster.size) bench.attempt(withoutServer(bench.best, number));
  }
}

/** The capsule for a cluster without one server; those behind it move up. */
export function withoutServer(capsule: Capsule, number: number): Capsule {
  const gone = `n${number}`;
  const rename = (id: string): string => {
    const own = Number(id.slice(1));
    return id !== leaderNode && own > number ? `n${own - 1}` : id;
  };
  const plan = capsule.plan.flatMap((fault) => {
    const nodes = fault.nodes?.filter((id) => id !== gone).map(rename);
    const links = fault.links
      ?.filter((ends) => !ends.includes(gone))
      .map(([from, to]) => [rename(from), rename(to)] as const);
    if (nodes?.length === 0 || links?.length === 0) return [];
    return [{ ...fault, ...(nodes === undefined ? {} : { nodes }), ...(links ? { links } : {}) }];
  });
  const decisions = capsule.decisions.flatMap((decision): readonly Decision[] => {
    if (isTimer(decision)) {
      return decision.node === gone ? [] : [{ ...decision, node: rename(decision.node) }];
    }
    const { from, to } = decision;
    if (from === gone || to === gone) return [];
    return [{ ...decision, from: rename(from), to: rename(to) }];
  });
  return {
    ...capsule,
    cluster: { ...capsule.cluster, size: capsule.cluster.size - 1 },
    plan,
    operations: capsule.operations
      .filter(({ to }) => to !== gone)
      .map((operation) => ({ ...operation, to: rename(operation.to) })),
    decisions,
  };
}
