import type { Membership, Server } from '@raftlens/core';
import type { Random } from '../random.ts';
import { someServers } from './aims.ts';
import { shownAt } from './clock.ts';
import { settle } from './settle.ts';
import type { World } from './world.ts';

/**
 * Asks the leader of the newest term for other members, or with `any` whoever thinks that it leads;
 * false when there is none or it refuses.
 */
export function changeAtLeader(
  world: World,
  wanted: (server: Server) => Membership,
  any?: Random,
): boolean {
  const leaders = world.machines.filter(
    ({ server, pausedUntilMs }) => server?.role === 'leader' && pausedUntilMs <= world.nowMs,
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

/**
 * Half the time one voter more or one less, which is a single-server change (thesis §4.1); else any
 * set, which goes through a joint configuration (Raft §6). Who leaves goes on as a
 * learner every third time.
 */
export function someMembership(world: World, server: Server, random: Random): Membership {
  const all = world.machines.map(({ id }) => id);
  const voters = random.chance(0.5)
    ? oneMoreOrLess(all, server.configuration.voters, random)
    : someServers(all.length, random.integer(1, all.length), random).flatMap(
        (index) => all[index] ?? [],
      );
  const inOrder = all.filter((id) => voters.includes(id));
  const left = all.filter((id) => !voters.includes(id));
  return { voters: inOrder, learners: random.chance(1 / 3) ? left : [] };
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
