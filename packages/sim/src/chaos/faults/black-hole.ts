import { someLinks } from '../aims.ts';
import type { Fault } from '../fault.ts';
import { loseLarge } from '../lose-large.ts';

/**
 * What is too large for the path is lost and what is small arrives, as where a router drops packets
 * beyond its MTU and the sender is not told: heartbeats and votes pass, and entries do not.
 */
export const blackHole: Fault = {
  name: 'black-hole',
  title: 'Messages with so many entries or more, and snapshots, are lost on some links',
  unit: 'entries',
  default: 1,
  range: [1, 1_000],
  aim: (size, _value, random) => someLinks(size, random),
  apply: ({ links }, strike) => loseLarge(links, strike.links, strike.value),
};
