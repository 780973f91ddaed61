import { createRandom } from '../random.ts';
import { comesAgain, heldBack } from './held-back.ts';
import { passThrough } from './pass-through.ts';
import { strikesAtLeader } from './scene.ts';
import type { Strategy } from './strategy.ts';

/** Where messages may come twice they may also come a term later, in this share of the cases. */
const termLaterShare = 0.3;

/** Where messages may come twice, such a share of the requests for votes do. */
const askedAgainShare = 0.3;

/**
 * The scene of the stale vote: two servers campaign almost together, and votes arrive late enough
 * to meet a candidate that has moved on to another term. Leaders are cut off one after the other,
 * for elections are what it is about.
 */
export const lateVotes: Strategy = {
  name: 'late-votes',
  title: 'Elections overlap, and votes come late: the scene of the stale vote',
  decider(seed, { electionTimeoutMs, holdMs, duplicates }) {
    const random = createRandom(seed, 'strategy/late-votes');
    const again = createRandom(seed, 'strategy/late-votes/again');
    const close = random.chance(0.7);
    const nearby = holdMs / electionTimeoutMs;
    let base = random.next();
    const lateBy = (): number =>
      duplicates && random.chance(termLaterShare)
        ? random.next() * 2 * electionTimeoutMs
        : random.next() * 3 * holdMs;
    const quiet = duplicates && random.chance(0.7);
    /** How many more AppendEntries of each term come in time. */
    const left = new Map<number, number>();
    const silenced = (term: number): boolean => {
      if (!quiet) return false;
      const more = left.get(term) ?? random.integer(6, 60);
      left.set(term, more - 1);
      return more <= 0;
    };
    return passThrough({
      begin() {
        base = random.next();
      },
      timeout: (_node, _term, drawn) =>
        close && random.chance(0.6) ? Math.min(1, base + random.next() * nearby) : drawn(),
      delivery(message, drawn) {
        const { kind } = message;
        if (kind === 'AppendEntries' && silenced(message.term)) {
          return heldBack(drawn(), (0.5 + random.next()) * electionTimeoutMs);
        }
        const answer = kind === 'RequestVoteResponse' || kind === 'PreVoteResponse';
        if (!answer && kind !== 'RequestVote' && kind !== 'PreVote') return drawn();
        const late = random.chance(answer ? 0.4 : 0.25);
        const delivery = heldBack(drawn(), late ? lateBy() : 0);
        if (duplicates && kind === 'RequestVote' && again.chance(askedAgainShare)) {
          return comesAgain(delivery, again.next() * holdMs);
        }
        const twice = duplicates && answer && random.chance(0.3);
        return twice ? comesAgain(delivery, random.next() * holdMs) : delivery;
      },
    });
  },
  chaos(seed) {
    const random = createRandom(seed, 'strategy/late-votes/faults');
    const cut = { strikes: [4, 8], firstMs: 150, everyMs: 200, lastsMs: [60, 350] } as const;
    const plan = strikesAtLeader(random, random.chance(0.7) ? 'partition' : 'crash', cut);
    return { plan, intensities: { 'pre-vote': 0.35, 'leader-stickiness': 0.15 } };
  },
};
