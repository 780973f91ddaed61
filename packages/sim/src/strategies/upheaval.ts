import { createRandom } from '../random.ts';
import { heldBack } from './held-back.ts';
import { passThrough } from './pass-through.ts';
import { allAlong, strikesAtLeader } from './scene.ts';
import type { Strategy } from './strategy.ts';

/**
 * The scene of upheaval: members come and go and leadership is handed over while leaders are cut
 * off, so that changes are cut short, truncated, and found in snapshots (Raft §6, thesis §4).
 */
export const upheaval: Strategy = {
  name: 'upheaval',
  title: 'Members change and leadership is handed over while leaders are cut off',
  decider(seed, { holdMs }) {
    const random = createRandom(seed, 'strategy/upheaval');
    return passThrough({
      delivery(message, drawn) {
        // So late that the one who is to lead may be no voter any more.
        const late = message.kind === 'TimeoutNow' && random.chance(0.4);
        return heldBack(drawn(), late ? random.next() * 15 * holdMs : 0);
      },
    });
  },
  chaos(seed) {
    const random = createRandom(seed, 'strategy/upheaval/faults');
    const cut = { strikes: [2, 6], firstMs: 200, everyMs: 220, lastsMs: [40, 350] } as const;
    const plan = [
      allAlong(random, 'membership-churn', 2_500),
      ...(random.chance(0.6) ? [allAlong(random, 'leadership-transfer', 2_500)] : []),
      ...strikesAtLeader(random, random.chance(0.7) ? 'partition' : 'crash', cut),
    ];
    return { plan, intensities: { snapshots: 0.6, 'no-op': 0.7 } };
  },
};
