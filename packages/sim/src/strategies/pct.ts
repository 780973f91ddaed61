import { createRandom } from '../random.ts';
import { heldBack } from './held-back.ts';
import { passThrough } from './pass-through.ts';
import type { Strategy } from './strategy.ts';

/** Points at which priorities change: a bug of depth d needs d − 1 of them. */
const changePoints = 3;
/** A run of the lab's 2A tests has some thousand messages; the points fall among so many. */
const horizon = 1_500;

/**
 * Probabilistic concurrency testing (Burckhardt and others, 2010), on messages: each sender has a
 * priority, drawn at random and changed at a few random points, and what the low ones send waits.
 * Finds a bug of depth d with a probability that does not vanish with the length of the run.
 */
export const pct: Strategy = {
  name: 'pct',
  title: 'Senders have priorities that change at a few points; what the low ones send waits',
  decider(seed, { holdMs }) {
    const random = createRandom(seed, 'strategy/pct');
    const priorities = new Map<string, number>();
    const points = Array.from({ length: changePoints }, () => random.integer(1, horizon));
    let sent = 0;
    return passThrough({
      delivery({ from }, drawn) {
        sent += 1;
        let priority = priorities.get(from);
        if (priority === undefined || points.includes(sent)) {
          priority = random.next();
          priorities.set(from, priority);
        }
        return heldBack(drawn(), priority < 0.5 ? (0.5 - priority) * 2 * holdMs : 0);
      },
    });
  },
};
