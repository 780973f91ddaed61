import type { ChaosOptions } from '../chaos/run-chaos.ts';
import { createRandom } from '../random.ts';
import { passThrough } from './pass-through.ts';
import { allAlong, strikesAtLeader } from './scene.ts';
import type { Strategy } from './strategy.ts';

/** In this share of the trials one server is all there is at first: its own vote elects it. */
const aloneShare = 0.25;

/**
 * The scene of the forgotten vote: two servers campaign together, voters die with the vote just
 * given and are back before the other candidate asks (Raft Figure 2: votedFor is persistent).
 */
export const forgottenVotes: Strategy = {
  name: 'forgotten-votes',
  title: 'Voters die right after their vote and are back in the same election',
  decider(seed, { electionTimeoutMs, holdMs }) {
    const random = createRandom(seed, 'strategy/forgotten-votes');
    const nearby = (0.5 * holdMs) / electionTimeoutMs;
    let base = random.next();
    return passThrough({
      begin() {
        base = random.next();
      },
      timeout: (_node, _term, drawn) =>
        random.chance(0.7) ? Math.min(1, base * 0.5 + random.next() * nearby) : drawn(),
    });
  },
  chaos(seed) {
    if (createRandom(seed, 'strategy/forgotten-votes/alone').chance(aloneShare)) {
      return votesAlone(seed);
    }
    const random = createRandom(seed, 'strategy/forgotten-votes/faults');
    const value = random.integer(2, 25);
    const deposed = { strikes: [2, 5], firstMs: 250, everyMs: 250, lastsMs: [60, 250] } as const;
    const plan = [
      { fault: 'vote-crash', at: 0, for: 1_000, value },
      ...strikesAtLeader(random, 'partition', deposed),
    ];
    // Whoever asks first whether it would win does not split votes.
    return { plan, intensities: { 'pre-vote': 0.2, 'leader-stickiness': 0 } };
  },
};

/** A server that needs no other vote has a slow disk, and dies while it votes for itself. */
function votesAlone(seed: number): ChaosOptions {
  const random = createRandom(seed, 'strategy/forgotten-votes/alone/faults');
  const value = random.integer(60, 400);
  const crashes = Array.from({ length: random.integer(1, 4) }, (_, strike) => ({
    fault: 'crash',
    at: 150 + strike * 350 + random.integer(0, 300),
    for: random.integer(20, 150),
    nodes: ['n1'],
    value: 1,
  }));
  const plan = [
    { fault: 'slow-disk', at: 0, for: 1_500, nodes: ['n1'], value },
    ...crashes,
    ...(random.chance(0.5) ? [allAlong(random, 'membership-churn', 2_500)] : []),
  ];
  return { plan, intensities: { 'lone-start': 1, 'pre-vote': 0.4 } };
}
