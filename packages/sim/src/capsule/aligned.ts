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
  const groups = groupsOf(decisions);
  const take = (name: string): Decision | undefined => takeNearest(groups.get(name), now());
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
    heal: () => undefined,
    tester: () => undefined,
    client: () => undefined,
  };
}

function groupOf(decision: Decision): string {
  if (isTimer(decision)) return `timer ${decision.term} ${decision.node}`;
  const { kind, term, from, to } = decision;
  return `${kind} ${term} ${from} ${to}`;
}

/** Decisions of one kind, term and place, in the order of their times. */
interface Group {
  readonly waiting: { readonly decision: Decision; readonly atMs: number }[];
  /** Those before this place are taken, or too old. */
  first: number;
}

function groupsOf(decisions: ReadonlyMap<Decision, number>): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const [decision, atMs] of decisions) {
    const name = groupOf(decision);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { waiting: [{ decision, atMs }], first: 0 });
    else group.waiting.push({ decision, atMs });
  }
  return groups;
}

/** Time never runs back, neither in the decisions nor in the run. */
function takeNearest(group: Group | undefined, nowMs: number): Decision | undefined {
  if (group === undefined) return undefined;
  const { waiting } = group;
  const away = (place: number): number =>
    Math.abs((waiting[place]?.atMs ?? Number.POSITIVE_INFINITY) - nowMs);
  while (group.first < waiting.length && (waiting[group.first]?.atMs ?? 0) < nowMs - toleranceMs) {
    group.first += 1;
  }
  while (group.first + 1 < waiting.length && away(group.first + 1) < away(group.first)) {
    group.first += 1;
  }
  if (away(group.first) > toleranceMs) return undefined;
  const { decision } = waiting[group.first] ?? {};
  group.first += 1;
  return decision;
}
