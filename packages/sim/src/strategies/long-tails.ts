import { createRandom } from '../random.ts';
import { comesAgain, heldBack } from './held-back.ts';
import { passThrough } from './pass-through.ts';
import { allAlong, strikesAtLeader } from './scene.ts';
import type { Strategy } from './strategy.ts';

/**
 * The scene of long tails: leaders go on taking commands while they are cut off, come back with
 * tails that nobody else has, and meet snapshots, slow disks and short batches (Raft §5.3, §7).
 */
export const longTails: Strategy = {
  name: 'long-tails',
  title: 'Leaders gather entries while cut off, and meet snapshots and slow disks when back',
  decider(seed, { holdMs, duplicates }) {
    const random = createRandom(seed, 'strategy/long-tails');
    return passThrough({
      delivery(message, drawn) {
        if (message.kind !== 'InstallSnapshot') return drawn();
        const late = random.chance(0.5);
        const delivery = heldBack(drawn(), late ? random.next() * 5 * holdMs : 0);
        const twice = duplicates && random.chance(0.3);
        return twice ? comesAgain(delivery, random.next() * 5 * holdMs) : delivery;
      },
    });
  },
  chaos(seed) {
    const random = createRandom(seed, 'strategy/long-tails/faults');
    const cut = { strikes: [2, 5], firstMs: 150, everyMs: 350, lastsMs: [200, 700] } as const;
    const slow = { strikes: [1, 3], firstMs: 100, everyMs: 500, lastsMs: [200, 800] } as const;
    const slowness = random.integer(20, 200);
    const stuck = {
      fault: 'slow-disk',
      at: random.integer(0, 600),
      for: 1_500,
      nodes: [`n${random.integer(1, 3)}`, `n${random.integer(1, 3)}`],
      value: random.integer(100, 400),
    };
    // A change of members may stand in a tail, and goes with it.
    const members = createRandom(seed, 'strategy/long-tails/members');
    const cuts = strikesAtLeader(random, 'partition', cut);
    // What it cannot send it cannot write either, until others overwrite it.
    const slowed = random.chance(0.5)
      ? cuts.map((each) => ({ ...each, for: each.for + 400 }))
      : strikesAtLeader(random, 'slow-disk', slow);
    const plan = [
      ...(members.chance(0.5) ? [allAlong(members, 'membership-churn', 2_500)] : []),
      ...(random.chance(0.4) ? [stuck] : []),
      ...cuts,
      ...slowed.map((each) => ({ ...each, fault: 'slow-disk', value: slowness })),
      ...(random.chance(0.5) ? strikesAtLeader(random, 'unsynced-loss', slow) : []),
    ];
    return {
      plan,
      intensities: { snapshots: 0.7, 'busy-clients': 0.3, 'check-quorum': 0.2, 'pre-vote': 0.3 },
    };
  },
};
