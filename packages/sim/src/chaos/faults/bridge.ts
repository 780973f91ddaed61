import { linksWhere, someServers } from '../aims.ts';
import type { Fault } from '../fault.ts';
import { cutLinks } from '../links.ts';

/** Two halves that reach each other only through the servers that see both. */
export const bridge: Fault = {
  name: 'bridge',
  title: 'The cluster falls into two halves, and so many servers reach both',
  unit: 'servers',
  default: 1,
  range: [1, 5],
  aim(size, value, random) {
    const order = someServers(size, size, random);
    const between = Math.min(Math.round(value), size - 2);
    const left = Math.ceil((size - between) / 2);
    const sideOf = (server: number): number => {
      const place = order.indexOf(server);
      if (place < between) return 0;
      return place < between + left ? 1 : 2;
    };
    return { links: linksWhere(size, (from, to) => sideOf(from) * sideOf(to) === 2) };
  },
  apply: ({ links }, strike) => cutLinks(links, strike.links),
};
