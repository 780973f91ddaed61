import { createRandom } from '../random.ts';
import { comesAgain, heldBack } from './held-back.ts';
import { passThrough } from './pass-through.ts';
import type { Strategy } from './strategy.ts';

/**
 * The scene of the stale vote: two servers campaign almost together, and votes arrive late enough
 * to meet a candidate that has moved on to another term.
 */
export const lateVotes: Strategy = {
  name: 'late-votes',
  title: 'Elections overlap, and votes come late: the scene of the stale vote',
  decider(seed, { electionTimeoutMs, holdMs, duplicates }) {
    const random = createRandom(seed, 'strategy/late-votes');
    const close = random.chance(0.7);
    const nearby = holdMs / electionTimeoutMs;
    let base = random.next();
    return passThrough({
      begin() {
        base = random.next();
      },
      timeout: (_node, _term, drawn) =>
        close && random.chance(0.6) ? Math.min(1, base + random.next() * nearby) : drawn(),
      delivery(message, drawn) {
        const answer = message.kind === 'RequestVoteResponse';
        if (!answer && message.kind !== 'RequestVote') return drawn();
        const late = random.chance(answer ? 0.4 : 0.2);
        const delivery = heldBack(drawn(), late ? random.next() * 3 * holdMs : 0);
        const twice = duplicates && answer && random.chance(0.3);
        return twice ? comesAgain(delivery, random.next() * holdMs) : delivery;
      },
    });
  },
};
