import { linksWhere, someServers } from '../aims.ts';
import type { Fault } from '../fault.ts';
import { cutLinks } from '../links.ts';

/** Every server reaches only its neighbours on a ring, and no two see the same majority. */
export const ring: Fault = {
  name: 'ring',
  title: 'Each server reaches only so many neighbours on each side of a ring; three form a line',
  unit: 'neighbours',
  default: 1,
  range: [1, 3],
  aim(size, value, random) {
    const order = someServers(size, size, random);
    const reach = Math.min(Math.max(1, Math.round(value)), Math.max(1, Math.floor((size - 3) / 2)));
    const cut = (from: number, to: number): boolean => {
      const apart = Math.abs(order.indexOf(from) - order.indexOf(to));
      // On a ring of three everybody is a neighbour of everybody: cut it open.
      return (size > 3 ? Math.min(apart, size - apart) : apart) > reach;
    };
    return { links: linksWhere(size, cut) };
  },
  apply: ({ links }, strike) => cutLinks(links, strike.links),
};
