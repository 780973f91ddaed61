import { figureEight } from './figure-eight.ts';
import { flappingLeader } from './flapping-leader.ts';
import { forgottenVotes } from './forgotten-votes.ts';
import { guided } from './guided.ts';
import { lateVotes } from './late-votes.ts';
import { longTails } from './long-tails.ts';
import { pct } from './pct.ts';
import { portfolio } from './portfolio.ts';
import { staleReads } from './stale-reads.ts';
import type { Strategy } from './strategy.ts';
import { swarm } from './swarm.ts';
import { uniform } from './uniform.ts';
import { upheaval } from './upheaval.ts';

/**
 * Every strategy. A new one is a file beside this one and a line here, and one in the portfolio.
 */
export const strategies: readonly Strategy[] = [
  uniform,
  swarm,
  pct,
  lateVotes,
  figureEight,
  flappingLeader,
  forgottenVotes,
  upheaval,
  staleReads,
  longTails,
  guided,
  portfolio,
];

/** The strategy with this name, whatever its case. */
export function findStrategy(name: string): Strategy | undefined {
  const wanted = name.toLowerCase();
  return strategies.find((strategy) => strategy.name === wanted);
}
