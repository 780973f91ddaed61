import { linksWhere, someServers } from '../aims.ts';
import type { Fault } from '../fault.ts';
import { cutLinks } from '../links.ts';
import { callAfter } from '../world.ts';

/**
 * Servers are cut off one after the other, and mended one after the other in another order
 * (FoundationDB's swizzle).
 */
export const swizzle: Fault = {
  name: 'swizzle',
  title: 'So many servers are cut off one by one, then come back one by one in another order',
  unit: 'servers',
  default: 3,
  range: [1, 7],
  aim: (size, value, random) => ({ nodes: someServers(size, value, random) }),
  apply(world, { nodes, untilMs, random }) {
    const stepMs = (untilMs - world.nowMs) / (2 * nodes.length);
    const back = someServers(nodes.length, nodes.length, random);
    const mends = new Map<number, () => void>();
    let over = false;
    for (const [place, { index }] of nodes.entries()) {
      callAfter(world, place * stepMs, () => {
        if (over) return;
        const own = linksWhere(world.links.size, (from, to) => from === index || to === index);
        mends.set(place, cutLinks(world.links, own));
      });
    }
    const mend = (place: number): void => {
      mends.get(place)?.();
      mends.delete(place);
    };
    for (const [turn, place] of back.entries()) {
      callAfter(world, (nodes.length + turn) * stepMs, () => mend(place));
    }
    return () => {
      over = true;
      for (const place of [...mends.keys()]) mend(place);
    };
  },
};
