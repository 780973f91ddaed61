import { benignTimeout } from './benign.ts';
import type { CapsuleCluster } from './capsule.ts';
import type { Decider, Delivery } from './decider.ts';
import { type Decision, isTimer } from './decision.ts';
import { createCounts } from './recorder.ts';

/** What an aligned decider works with. */
export interface AlignedOptions {
  /** Decisions with the virtual time at which each came up, ms. */
  readonly decisions: ReadonlyMap<Decision, number>;
  readonly cluster: CapsuleCluster;
  /** Virtual time, ms. */
  readonly now: () => number;
  /** What happens where no decision fits; the benign default if left out. */
  readonly otherwise?: Otherwise | undefined;
}

/** Decides where no decision of a capsule fits. */
export interface Otherwise {
  delivery(): Delivery;
  /** The `nth` timeout of a server in a term, as its share of the range. */
  timeout(node: string, term: number, nth: number): number;
}

/** A decision meets a message that was sent so much earlier or later, ms. */
const toleranceMs = 25;

/**
 * A decider that takes decisions by time, not by number: where an operation is left out, all
 * messages after it have other numbers, but most are sent when they were sent before. A timer goes
 * on to fire when it did.
 */
export function createAligned(options: AlignedOptions): Decider {
  const { decisions, cluster, now, otherwise } = options;
  const benign = { delayMs: cluster.hopMs };
  const [min, max] = cluster.settings.electionTimeoutMs;
  const counts = createCounts();
  const groups = new Map<string, Decision[]>();
  for (const decision of decisions.keys()) {
    const name = groupOf(decision);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [decision]);
    else group.push(decision);
  }
  const take = (name: string): Decision | undefined => {
    const group = groups.get(name);
    if (group === undefined) return undefined;
    const away = (decision: Decision): number =>
      Math.abs((decisions.get(decision) ?? Number.POSITIVE_INFINITY) - now());
    let best: Decision | undefined;
    for (const each of group) if (best === undefined || away(each) < away(best)) best = each;
    if (best === undefined || away(best) > toleranceMs) return undefined;
    group.splice(group.indexOf(best), 1);
    return best;
  };
  return {
    begin: () => undefined,
    delivery({ kind, term, from, to }) {
      const decision = take(`${kind} ${term} ${from} ${to}`);
      if (decision === undefined || isTimer(decision)) {
        return otherwise === undefined ? benign : otherwise.delivery();
      }
      const { fate, copyAfterMs } = decision;
      return fate === 'lost' ? undefined : { delayMs: fate, copyAfterMs };
    },
    timeout(node, term) {
      const name = `timer ${term} ${node}`;
      const nth = counts.next(name);
      const decision = take(name);
      if (decision === undefined || !isTimer(decision)) {
        return (otherwise?.timeout ?? benignTimeout)(node, term, nth);
      }
      const firesMs = (decisions.get(decision) ?? 0) + decision.ms;
      const share = max > min ? (firesMs - now() - min) / (max - min) : 0;
      return Math.min(1, Math.max(0, share));
    },
    tester: () => undefined,
    client: () => undefined,
  };
}

function groupOf(decision: Decision): string {
  if (isTimer(decision)) return `timer ${decision.term} ${decision.node}`;
  const { kind, term, from, to } = decision;
  return `${kind} ${term} ${from} ${to}`;
}
