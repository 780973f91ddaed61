import { faults } from '../chaos/faults.ts';
import { createRandom } from '../random.ts';
import { heldBack } from './held-back.ts';
import { passThrough } from './pass-through.ts';
import type { Strategy } from './strategy.ts';

/**
 * Swarm testing: each run leaves half of the kinds of faults and delays out, as what is always
 * there hides what some alone bring out.
 */
export const swarm: Strategy = {
  name: 'swarm',
  title: 'Each run has its own few kinds of faults and delays, and none of the others',
  decider(seed, { holdMs }) {
    const random = createRandom(seed, 'strategy/swarm');
    const slow = {
      requests: random.chance(0.5),
      votes: random.chance(0.5),
      appends: random.chance(0.5),
    };
    return passThrough({
      delivery(message, drawn) {
        const { kind } = message;
        const isVote = kind === 'RequestVote' || kind === 'RequestVoteResponse';
        const isSlow =
          (isVote ? slow.votes : slow.appends) && (slow.requests || kind.endsWith('Response'));
        return heldBack(drawn(), isSlow && random.chance(0.3) ? random.next() * holdMs : 0);
      },
    });
  },
  chaos(seed) {
    const random = createRandom(seed, 'strategy/swarm/faults');
    const intensities: Record<string, number> = {};
    for (const { name } of faults) if (random.chance(0.7)) intensities[name] = 0;
    return { intensities };
  },
};
