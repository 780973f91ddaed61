import { linksWhere, someServers } from '../aims.ts';
import type { Fault } from '../fault.ts';
import { cutLinks } from '../links.ts';

/**
 * Servers are cut off together from all others, in both directions. A server is in one partition at
 * a time, so that the trace can say who reaches whom.
 */
export const partition: Fault = {
  name: 'partition',
  title: 'So many servers are cut off together from the others',
  unit: 'servers',
  default: 1,
  range: [1, 6],
  aim: (size, value, random) => ({
    nodes: someServers(size, Math.min(value, size - 1), random),
  }),
  possible: ({ links, machines }, { nodes }) =>
    nodes.length < machines.length && nodes.every(({ index }) => links.cutOff[index] === 0),
  apply({ links }, { nodes }) {
    const side = new Set(nodes.map(({ index }) => index));
    for (const index of side) links.cutOff[index] = 1;
    const crossing = linksWhere(links.size, (from, to) => side.has(from) !== side.has(to));
    const mend = cutLinks(links, crossing);
    return () => {
      for (const index of side) links.cutOff[index] = 0;
      mend();
    };
  },
};
