import type { Membership, Server } from '@raftlens/core';
import type { Random } from '../random.ts';
import { someServers } from './aims.ts';
import { shownAt } from './clock.ts';
import { settle } from './settle.ts';
import type { World } from './world.ts';

/**
 * Asks the leader of the newest term for other members, or with `any` whoever thinks that it leads,
 * and now and then whoever runs;
 * false when there is none or it refuses.
 */
export function changeAtLeader(
  world: World,
  wanted: (server: Server) => Membership,
  any?: Random,
): boolean {
  const whoever = any?.chance(asksAnybody) === true;
  const leaders = world.machines.filter(
    ({ server, pausedUntilMs }) =>
      server !== undefined && (server.role === 'leader' || whoever) && pausedUntilMs <= world.nowMs,
  );
  leaders.sort((left, right) => right.ledTerm - left.ledTerm);
  const leader = leaders[any?.integer(0, Math.max(0, leaders.length - 1)) ?? 0];
  if (leader?.server === undefined) return false;
  const { server } = leader;
  const shownMs = shownAt(leader.clock, world.nowMs);
  const change = world.options.core.changeMembership(server, wanted(server), shownMs);
  settle(world, leader, server);
  if (change.kind !== 'proposed') return false;
  world.tally.reached.add('a membership change was proposed');
  if (server.configuration.votersOutgoing.length > 0) {
    world.tally.reached.add('a joint configuration was in force');
  }
  return true;
}

/** Such a share of the changes is asked of any server, which has to refuse unless it leads. */
const asksAnybody = 0.05;
/** Changes that leave the leader in: else one is gone before anything comes of the next. */
const leaderStays = 0.7;
/** Changes after which those who leave go on as learners, so that they learn that they left. */
const goesOn = 0.6;

/**
 * Half the time one voter more or one less, which is a single-server change (thesis §4.1); else any
 * set, which goes through a joint configuration (Raft §6). What is asked of a leader leaves it in,
 * mostly.
 */
export function someMembership(world: World, server: Server, random: Random): Membership {
  const all = world.machines.map(({ id }) => id);
  const voters = random.chance(0.5)
    ? oneMoreOrLess(all, server.configuration.voters, random)
    : someServers(all.length, random.integer(1, all.length), random).flatMap(
        (index) => all[index] ?? [],
      );
  const stays = random.chance(leaderStays);
  const inOrder = all.filter((id) => voters.includes(id) || (stays && id === server.id));
  const left = all.filter((id) => !inOrder.includes(id));
  return { voters: inOrder, learners: random.chance(goesOn) ? left : [] };
}

/** Every server of the cluster votes. */
export function everybody(world: World): Membership {
  return { voters: world.machines.map(({ id }) => id), learners: [] };
}

function oneMoreOrLess(
  all: readonly string[],
  voters: readonly string[],
  random: Random,
): readonly string[] {
  const id = all[random.integer(0, all.length - 1)];
  if (id === undefined) return voters;
  if (!voters.includes(id)) return [...voters, id];
  return voters.length > 1 ? voters.filter((each) => each !== id) : voters;
}
