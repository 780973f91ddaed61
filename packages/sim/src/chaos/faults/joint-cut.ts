import type { Configuration } from '@raftlens/core';
import type { Random } from '../../random.ts';
import { linksWhere } from '../aims.ts';
import type { Fault } from '../fault.ts';
import { cutLinks } from '../links.ts';
import { loseLarge } from '../lose-large.ts';
import { callAfter, type World } from '../world.ts';

/** How often the leader's configuration is looked at, ms. */
const lookMs = 2;

/** How often the leader's entries are lost for a while before it is cut off itself. */
const silentFirst = 0.5;

/**
 * While a configuration is joint, a part of it cannot be reached: one of its halves, so that only
 * the other has a majority, or the leader, so that another server has to go on (Raft §6). A leader
 * whose heartbeats still arrive and whose entries do not tells that the joint one is committed, and
 * nobody else has the next.
 */
export const jointCut: Fault = {
  name: 'joint-cut',
  title: 'A half of a joint configuration, or its leader, is cut off for about this long',
  unit: 'ms',
  default: 250,
  range: [10, 5_000],
  aim: () => ({}),
  apply(world, { value, random }) {
    let over = false;
    let mend: (() => void) | undefined;
    const look = (): void => {
      if (over) return;
      const away = random.chance(0.3) ? partOf(world, random) : [];
      if (away.length === 0) {
        callAfter(world, lookMs, look);
        return;
      }
      const forMs = value * (0.5 + random.next());
      if (away.length === 1 && isLeader(world, away[0]) && random.chance(silentFirst)) {
        mend = loseEntries(world, away[0]);
        callAfter(world, forMs / 2, () => strike(away, forMs));
      } else strike(away, forMs);
    };
    const strike = (away: readonly string[], forMs: number): void => {
      if (over) return;
      mend?.();
      mend = cutOff(world, away);
      callAfter(world, forMs, () => {
        mend?.();
        mend = undefined;
        look();
      });
    };
    callAfter(world, lookMs, look);
    return () => {
      over = true;
      mend?.();
      mend = undefined;
    };
  },
};

/** Whom to cut off, if a leader's configuration is joint. */
function partOf({ machines }: World, random: Random): readonly string[] {
  const leader = machines.find(
    ({ server }) => server?.role === 'leader' && server.configuration.votersOutgoing.length > 0,
  );
  if (leader?.server === undefined) return [];
  const part = halfOf(leader.server.configuration, random).filter((id) => id !== leader.id);
  return part.length > 0 && random.chance(2 / 3) ? part : [leader.id];
}

function halfOf({ voters, votersOutgoing }: Configuration, random: Random): readonly string[] {
  const [one, other] = random.chance(0.5) ? [voters, votersOutgoing] : [votersOutgoing, voters];
  return one.filter((id) => !other.includes(id));
}

function isLeader({ machines }: World, id: string | undefined): boolean {
  return machines.some((machine) => machine.id === id && machine.server?.role === 'leader');
}

/** What a server sends arrives as long as it carries no entries. */
function loseEntries({ machines, links }: World, id: string | undefined): () => void {
  const from = machines.findIndex((machine) => machine.id === id);
  const its = linksWhere(machines.length, (sender) => sender === from);
  return loseLarge(links, its, 1);
}

function cutOff({ machines, links }: World, ids: readonly string[]): () => void {
  const away = machines.map(({ id }) => ids.includes(id));
  return cutLinks(
    links,
    linksWhere(machines.length, (from, to) => away[from] !== away[to]),
  );
}
