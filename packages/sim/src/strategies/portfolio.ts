import { figureEight } from './figure-eight.ts';
import { flappingLeader } from './flapping-leader.ts';
import { forgottenVotes } from './forgotten-votes.ts';
import { lateVotes } from './late-votes.ts';
import { longTails } from './long-tails.ts';
import { pct } from './pct.ts';
import { staleReads } from './stale-reads.ts';
import type { Strategy } from './strategy.ts';
import { swarm } from './swarm.ts';
import { uniform } from './uniform.ts';
import { upheaval } from './upheaval.ts';

/**
 * What the portfolio is made of; plain chance twice, as nothing else is as impartial, and upheaval
 * twice, as members, transfers and what becomes of both meet in the most ways.
 */
const parts: readonly Strategy[] = [
  uniform,
  lateVotes,
  upheaval,
  swarm,
  staleReads,
  figureEight,
  longTails,
  uniform,
  pct,
  forgottenVotes,
  upheaval,
  flappingLeader,
];

function partOf(seed: number): Strategy {
  return parts[seed % parts.length] ?? uniform;
}

/** All of them in turn: no strategy is best for every bug, and each seed takes the next. */
export const portfolio: Strategy = {
  name: 'portfolio',
  title: 'All of the others in turn, one a seed',
  decider: (seed, pressure) => partOf(seed).decider?.(seed, pressure),
  chaos: (seed) => partOf(seed).chaos?.(seed) ?? {},
};
