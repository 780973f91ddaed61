import type { PlannedFault } from '../chaos/plan.ts';
import type { CapsuleOperation } from './capsule.ts';
import type { TesterAction } from './decider.ts';

/** What the tester of the lab did, as faults that last and operations. */
export interface TesterPlan {
  readonly plan: readonly PlannedFault[];
  readonly operations: readonly CapsuleOperation[];
}

/**
 * Makes faults with a beginning and a length of what the tester did step by step. A crash cuts its
 * server off too, so a `disconnect` that a crash covers is left out. What never ended lasts to
 * `endMs`.
 */
export function planOfTester(actions: readonly TesterAction[], endMs: number): TesterPlan {
  const cuts = intervals(actions, 'cut', 'mend', endMs);
  const stops = intervals(actions, 'stop', 'start', endMs);
  const free = cuts.filter(
    (cut) =>
      !stops.some((stop) => stop.node === cut.node && stop.at <= cut.at && stop.until >= cut.until),
  );
  const plan = [
    ...free.map((each) => faultOf('disconnect', each)),
    ...stops.map((each) => faultOf('crash', each)),
  ].sort((left, right) => left.at - right.at);
  const operations = actions
    .filter(({ what }) => what === 'propose')
    .map(({ at, node, turn }) => ({ at, to: node, ...turnOf(turn) }));
  return { plan, operations };
}

interface Interval {
  readonly node: string;
  readonly at: number;
  readonly until: number;
  readonly turn: number;
}

function intervals(
  actions: readonly TesterAction[],
  from: TesterAction['what'],
  to: TesterAction['what'],
  endMs: number,
): readonly Interval[] {
  const found: Interval[] = [];
  const open = new Map<string, TesterAction>();
  for (const action of actions) {
    const { node, what } = action;
    if (what === from) open.set(node, action);
    const since = open.get(node);
    if (what !== to || since === undefined) continue;
    found.push({ node, at: since.at, until: action.at, turn: since.turn });
    open.delete(node);
  }
  for (const { node, at, turn } of open.values()) {
    found.push({ node, at, until: Math.max(at, endMs), turn });
  }
  return found;
}

function faultOf(fault: string, { node, at, until, turn }: Interval): PlannedFault {
  return { fault, at, for: until - at, nodes: [node], value: 1, ...turnOf(turn) };
}

function turnOf(turn: number): { readonly turn?: number } {
  return turn === 0 ? {} : { turn };
}
