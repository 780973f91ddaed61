import type { Random } from '../random.ts';
import type { Aim } from './fault.ts';
import { linkBetween } from './links.ts';

/** Numbers of `count` different servers, at least one and at most all, in an order of chance. */
export function someServers(size: number, count: number, random: Random): readonly number[] {
  const left = Array.from({ length: size }, (_, index) => index);
  const wanted = Math.max(1, Math.min(size, Math.round(count)));
  return Array.from({ length: wanted }, () => {
    const [taken = 0] = left.splice(random.integer(0, left.length - 1), 1);
    return taken;
  });
}

/** All links, those of one server, or a single one. */
export function someLinks(size: number, random: Random): Aim {
  const which = random.integer(0, 3);
  if (which < 2) return {};
  const [from = 0, to = 0] = someServers(size, 2, random);
  if (which === 2) return { links: linksWhere(size, (a, b) => a === from || b === from) };
  return { links: [linkBetween(size, from, to)] };
}

/** The links from one server to another for which `wanted` is true. */
export function linksWhere(
  size: number,
  wanted: (from: number, to: number) => boolean,
): readonly number[] {
  const links: number[] = [];
  for (let from = 0; from < size; from += 1) {
    for (let to = 0; to < size; to += 1) {
      if (from !== to && wanted(from, to)) links.push(linkBetween(size, from, to));
    }
  }
  return links;
}
