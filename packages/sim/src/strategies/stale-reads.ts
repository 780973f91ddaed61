import { createRandom } from '../random.ts';
import { heldBack } from './held-back.ts';
import { passThrough } from './pass-through.ts';
import { allAlong, strikesAtLeader } from './scene.ts';
import type { Strategy } from './strategy.ts';

/**
 * The scene of the stale read: clients read without the log from leaders that have just been cut
 * off or told to go, and what those send and hear is late (thesis §6.4).
 */
export const staleReads: Strategy = {
  name: 'stale-reads',
  title: 'Clients read without the log from leaders that others replace meanwhile',
  decider(seed, { holdMs }) {
    const random = createRandom(seed, 'strategy/stale-reads');
    return passThrough({
      delivery(message, drawn) {
        const { kind } = message;
        const late =
          (kind === 'AppendEntriesResponse' && random.chance(0.25)) ||
          (kind === 'AppendEntries' && random.chance(0.1));
        return heldBack(drawn(), late ? random.next() * 2 * holdMs : 0);
      },
    });
  },
  chaos(seed) {
    const random = createRandom(seed, 'strategy/stale-reads/faults');
    const cut = { strikes: [3, 7], firstMs: 200, everyMs: 250, lastsMs: [150, 500] } as const;
    const plan = [
      ...strikesAtLeader(random, 'partition', cut),
      ...(random.chance(0.5) ? [allAlong(random, 'leadership-transfer', 2_000)] : []),
    ];
    const loads = { 'index-reads': 1, 'leader-stickiness': 0.85, 'lease-reads': 0.8 };
    return {
      plan,
      intensities: { ...loads, 'no-op': 0.6, 'check-quorum': 0.3, 'busy-clients': 0.75 },
    };
  },
};
