import { linksWhere, someServers } from '../aims.ts';
import type { Fault } from '../fault.ts';
import { cutLinks } from '../links.ts';

/** Servers hear the others and are not heard, or are heard and hear nothing. */
export const oneWay: Fault = {
  name: 'one-way',
  title: 'So many servers lose one direction of all their links',
  unit: 'servers',
  default: 1,
  range: [1, 6],
  aim(size, value, random) {
    const mute = random.chance(0.5);
    const struck = someServers(size, Math.min(value, size - 1), random);
    const cut = (from: number, to: number): boolean =>
      mute
        ? struck.includes(from) && !struck.includes(to)
        : struck.includes(to) && !struck.includes(from);
    return { links: linksWhere(size, cut) };
  },
  apply: ({ links }, strike) => cutLinks(links, strike.links),
};
