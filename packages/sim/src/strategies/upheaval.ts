import type { FaultPlan } from '../chaos/plan.ts';
import { createRandom } from '../random.ts';
import { heldBack } from './held-back.ts';
import { passThrough } from './pass-through.ts';
import { allAlong, strikesAtLeader } from './scene.ts';
import type { Strategy } from './strategy.ts';

/**
 * In this share of the trials every call to take over is late, and no leader is cut off: transfers
 * are given up, and who was meant may have been voted out when the call comes.
 */
const outdatedShare = 0.35;

/**
 * The scene of upheaval: members come and go and leadership is handed over while leaders are cut
 * off, so that changes are cut short, truncated, and found in snapshots (Raft §6, thesis §4).
 */
export const upheaval: Strategy = {
  name: 'upheaval',
  title: 'Members change and leadership is handed over while leaders are cut off',
  decider(seed, { holdMs }) {
    const random = createRandom(seed, 'strategy/upheaval');
    const outdated = createRandom(seed, 'strategy/upheaval/outdated');
    const allLate = outdated.chance(outdatedShare);
    return passThrough({
      delivery(message, drawn) {
        if (allLate && message.kind === 'TimeoutNow') {
          return heldBack(drawn(), 500 + outdated.next() * 1_200);
        }
        // So late that the one who is to lead may be no voter any more.
        const late = message.kind === 'TimeoutNow' && random.chance(0.4);
        return heldBack(drawn(), late ? random.next() * 15 * holdMs : 0);
      },
    });
  },
  chaos(seed) {
    if (createRandom(seed, 'strategy/upheaval/outdated').chance(outdatedShare)) {
      const transfer = { fault: 'leadership-transfer', for: 150, value: 60 };
      const transfers = [300, 1_000, 1_700].map((at) => ({ ...transfer, at }));
      const churn = { fault: 'membership-churn', at: 300, for: 2_500, value: 60 };
      return { plan: [churn, ...transfers], intensities: { snapshots: 0.6, 'no-op': 0.7 } };
    }
    const random = createRandom(seed, 'strategy/upheaval/faults');
    const cut = { strikes: [2, 6], firstMs: 200, everyMs: 220, lastsMs: [40, 350] } as const;
    const plan = [
      allAlong(random, 'membership-churn', 2_500),
      ...(random.chance(0.6) ? [allAlong(random, 'leadership-transfer', 2_500)] : []),
      ...(random.chance(0.6) ? [allAlong(random, 'joint-cut', 2_500)] : []),
      ...strikesAtLeader(random, random.chance(0.7) ? 'partition' : 'crash', cut),
      ...restartsOf(seed),
    ];
    return { plan, intensities: { snapshots: 0.6, 'no-op': 0.7, 'gathered-inputs': 0.4 } };
  },
};

/** Servers come back in the middle of it, with what log and snapshot say of the members. */
function restartsOf(seed: number): FaultPlan {
  const random = createRandom(seed, 'strategy/upheaval/restarts');
  if (random.chance(0.4)) return [];
  return Array.from({ length: random.integer(2, 6) }, (_, strike) => ({
    fault: 'crash',
    at: 300 + strike * 300 + random.integer(0, 250),
    for: random.integer(20, 150),
    nodes: [`n${random.integer(1, 3)}`],
    value: 1,
  }));
}
