import type { Configuration } from '@raftlens/core';
import type { Random } from '../../random.ts';
import { linksWhere } from '../aims.ts';
import type { Fault } from '../fault.ts';
import { cutLinks } from '../links.ts';
import { callAfter, type World } from '../world.ts';

/** How often the leader's configuration is looked at, ms. */
const lookMs = 2;

/**
 * While a configuration is joint, a part of it cannot be reached: one of its halves, so that only
 * the other has a majority, or the leader, so that another server has to go on (Raft §6).
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
      mend = cutOff(world, away);
      callAfter(world, value * (0.5 + random.next()), () => {
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

function cutOff({ machines, links }: World, ids: readonly string[]): () => void {
  const away = machines.map(({ id }) => ids.includes(id));
  return cutLinks(
    links,
    linksWhere(machines.length, (from, to) => away[from] !== away[to]),
  );
}
