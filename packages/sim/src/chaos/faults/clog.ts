import { linksWhere, someServers } from '../aims.ts';
import type { Fault } from '../fault.ts';
import { releaseHeld } from '../send.ts';

/** Links hold back all that they carry, and give it out at once in the end. */
export const clog: Fault = {
  name: 'clog',
  title: 'So many links carry nothing for a while, then all of it at once',
  unit: 'links',
  default: 2,
  range: [1, 42],
  aim(size, value, random) {
    const all = linksWhere(size, () => true);
    const chosen = someServers(all.length, value, random);
    return { links: chosen.flatMap((number) => all[number] ?? []) };
  },
  apply(world, strike) {
    const { clogs } = world.links;
    for (const link of strike.links) clogs[link] = (clogs[link] ?? 0) + 1;
    return () => {
      for (const link of strike.links) clogs[link] = (clogs[link] ?? 0) - 1;
      releaseHeld(world);
    };
  },
};
