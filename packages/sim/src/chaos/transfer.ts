import type { Random } from '../random.ts';
import { shownAt } from './clock.ts';
import { settle } from './settle.ts';
import type { World } from './world.ts';

/** Such a share of the calls goes to any server, which has to refuse unless it leads. */
const asksAnybody = 0.05;

/** Asks any server that thinks it leads to hand over to any other, member or not (thesis §3.10). */
export function transferFromLeader(world: World, random: Random): void {
  const whoever = random.chance(asksAnybody);
  const leaders = world.machines.filter(
    ({ server, pausedUntilMs }) =>
      server !== undefined && (server.role === 'leader' || whoever) && pausedUntilMs <= world.nowMs,
  );
  const leader = leaders[random.integer(0, Math.max(0, leaders.length - 1))];
  const others = world.machines.filter((machine) => machine !== leader);
  const target = others[random.integer(0, Math.max(0, others.length - 1))];
  if (leader?.server === undefined || target === undefined) return;
  const { server } = leader;
  const shownMs = shownAt(leader.clock, world.nowMs);
  const answer = world.options.core.transferLeadership(server, target.id, shownMs);
  if (answer.kind === 'started') world.tally.reached.add('leadership was to be handed over');
  settle(world, leader, server);
}
