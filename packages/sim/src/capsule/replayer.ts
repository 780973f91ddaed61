import { benignTimeout } from './benign.ts';
import type { Decider } from './decider.ts';
import { type Decision, isTimer, keyOf } from './decision.ts';
import { createCounts } from './recorder.ts';

/** A decider that takes what was decided, and the benign default elsewhere. */
export interface Replayer extends Decider {
  /** The decisions that came up so far, and when; without all others the run would be the same. */
  readonly used: ReadonlyMap<Decision, number>;
}

/** What a replay runs with. */
export interface ReplayerOptions {
  readonly decisions: readonly Decision[];
  /** How long a message takes where nothing is decided, ms. */
  readonly hopMs: number;
  /** The range of the election timeouts, ms. */
  readonly electionTimeoutMs: readonly [min: number, max: number];
  /** Virtual time, ms. */
  readonly now?: (() => number) | undefined;
}

/** Makes a replayer for one test. */
export function createReplayer(options: ReplayerOptions): Replayer {
  const { electionTimeoutMs, now = () => 0 } = options;
  const [min, max] = electionTimeoutMs;
  const byKey = new Map(options.decisions.map((decision) => [keyOf(decision), decision]));
  const used = new Map<Decision, number>();
  const counts = createCounts();
  const benign = { delayMs: options.hopMs };
  const find = (group: string, nth: number): Decision | undefined => {
    const decision = byKey.get(`${group} ${nth}`);
    if (decision !== undefined) used.set(decision, now());
    return decision;
  };
  return {
    used,
    begin: () => counts.reset(),
    delivery({ kind, term, from, to }) {
      const group = `${kind} ${term} ${from} ${to}`;
      const decision = find(group, counts.next(group));
      if (decision === undefined || isTimer(decision)) return benign;
      const { fate, copyAfterMs } = decision;
      return fate === 'lost' ? undefined : { delayMs: fate, copyAfterMs };
    },
    timeout(node, term) {
      const group = `timer ${term} ${node}`;
      const nth = counts.next(group);
      const decision = find(group, nth);
      if (decision === undefined || !isTimer(decision)) return benignTimeout(node, term, nth);
      return max > min ? (decision.ms - min) / (max - min) : 0;
    },
    heal: () => undefined,
    tester: () => undefined,
    client: () => undefined,
  };
}
