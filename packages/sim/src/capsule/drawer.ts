import { createRandom, type Random } from '../random.ts';
import { type AlignedOptions, createAligned } from './aligned.ts';
import { benignTimeout } from './benign.ts';
import type { Decider } from './decider.ts';

/** What a drawer works with; `seed` decides what it draws. */
export interface DrawerOptions extends AlignedOptions {
  readonly seed: number;
}

/**
 * A decider that keeps some of the decisions of a capsule and draws others anew: for finding a
 * failure again where something was left out and the old decisions miss it.
 */
export function createDrawer({ decisions, cluster, now, seed }: DrawerOptions): Decider {
  const random = createRandom(seed, 'drawer');
  const { hopMs, settings } = cluster;
  const longest = settings.electionTimeoutMs[1];
  const keeps = pick(random, [0, 0.5, 0.9, 1]);
  const late = pick(random, [0, 0.02, 0.1]);
  const lost = pick(random, [0, 0, 0.05, 0.2]);
  const benign = random.chance(0.5);
  const kept = [...decisions].filter(() => random.chance(keeps));
  return createAligned({
    decisions: new Map(kept),
    cluster,
    now,
    otherwise: {
      delivery() {
        if (lost > 0 && random.chance(lost)) return undefined;
        if (late > 0 && random.chance(late)) return { delayMs: whole(random.next() * longest) };
        return { delayMs: benign ? hopMs : whole(hopMs * (0.5 + random.next())) };
      },
      timeout: (node, term, nth) =>
        benign && random.chance(0.5) ? benignTimeout(node, term, nth) : random.next(),
    },
  });
}

function pick(random: Random, choices: readonly number[]): number {
  return choices[random.integer(0, choices.length - 1)] ?? 0;
}

/** Whole microseconds. */
function whole(ms: number): number {
  return Math.ceil(ms * 1000) / 1000;
}
