import { createRandom } from '../random.ts';
import { heldBack } from './held-back.ts';
import { passThrough } from './pass-through.ts';
import type { Strategy } from './strategy.ts';

/**
 * The scene of Figure 8: a leader gets an entry onto one follower only and crashes; another one
 * does the same at the same index; the first comes back and leads again. Until it has an entry of
 * its new term on a majority, what it counts proves nothing (Raft §5.4.2).
 */
export const figureEight: Strategy = {
  name: 'figure-8',
  title: 'Leaders crash with entries on few followers, and come back: the scene of Figure 8',
  decider(seed, { holdMs }) {
    const random = createRandom(seed, 'strategy/figure-8');
    const favourites = new Map<string, string>();
    return passThrough({
      delivery(message, drawn) {
        if (message.kind !== 'AppendEntries' || message.entries.length === 0) return drawn();
        let favourite = favourites.get(message.from);
        if (favourite === undefined || random.chance(0.05)) {
          favourite = message.to;
          favourites.set(message.from, favourite);
        }
        const late = message.to !== favourite && random.chance(0.7);
        return heldBack(drawn(), late ? random.next() * 4 * holdMs : 0);
      },
    });
  },
  chaos(seed) {
    const random = createRandom(seed, 'strategy/figure-8/faults');
    const plan = Array.from({ length: random.integer(4, 8) }, (_, strike) => ({
      fault: 'crash',
      at: 150 + strike * 180 + random.integer(0, 120),
      for: random.integer(80, 400),
      nodes: ['leader'],
      value: 1,
    }));
    return { plan };
  },
};
