import { createRandom, type Random } from '../random.ts';
import { benignTimeout } from './benign.ts';
import type { CapsuleCluster } from './capsule.ts';
import type { Decider } from './decider.ts';
import { type Decision, isTimer, keyOf } from './decision.ts';
import { createCounts } from './recorder.ts';

/** What a drawer works with. */
export interface DrawerOptions {
  readonly decisions: readonly Decision[];
  readonly cluster: CapsuleCluster;
  /** Decides what it draws. */
  readonly seed: number;
}

/**
 * A decider that keeps some of the decisions of a capsule and draws others anew: for finding a
 * failure again where something was left out and the old decisions miss it.
 */
export function createDrawer({ decisions, cluster, seed }: DrawerOptions): Decider {
  const random = createRandom(seed, 'drawer');
  const { hopMs, settings } = cluster;
  const [min, max] = settings.electionTimeoutMs;
  const kept = pick(random, [0, 0.5, 0.9]);
  const late = pick(random, [0, 0.02, 0.1]);
  const lost = pick(random, [0, 0, 0.05, 0.2]);
  const benign = random.chance(0.5);
  const byKey = new Map(
    decisions.filter(() => random.chance(kept)).map((decision) => [keyOf(decision), decision]),
  );
  const counts = createCounts();
  return {
    begin: () => counts.reset(),
    delivery({ kind, term, from, to }) {
      const group = `${kind} ${term} ${from} ${to}`;
      const decision = byKey.get(`${group} ${counts.next(group)}`);
      if (decision !== undefined && !isTimer(decision)) {
        const { fate, copyAfterMs } = decision;
        return fate === 'lost' ? undefined : { delayMs: fate, copyAfterMs };
      }
      if (lost > 0 && random.chance(lost)) return undefined;
      if (late > 0 && random.chance(late)) return { delayMs: whole(random.next() * max) };
      return { delayMs: benign ? hopMs : whole(hopMs * (0.5 + random.next())) };
    },
    timeout(node, term) {
      const group = `timer ${term} ${node}`;
      const nth = counts.next(group);
      const decision = byKey.get(`${group} ${nth}`);
      if (decision !== undefined && isTimer(decision)) return (decision.ms - min) / (max - min);
      return benign && random.chance(0.5) ? benignTimeout(node, term, nth) : random.next();
    },
    tester: () => undefined,
    client: () => undefined,
  };
}

function pick(random: Random, choices: readonly number[]): number {
  return choices[random.integer(0, choices.length - 1)] ?? 0;
}

/** Whole microseconds. */
function whole(ms: number): number {
  return Math.ceil(ms * 1000) / 1000;
}
