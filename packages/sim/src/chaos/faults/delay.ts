import { someLinks } from '../aims.ts';
import type { Fault } from '../fault.ts';
import { affectLinks } from '../links.ts';

/** The longest delay is this power of two times the intensity. */
const doublingsMax = 7;

/** Messages take long, and some very long: each doubling of the delay is half as likely. */
export const delay: Fault = {
  name: 'delay',
  title: 'Messages of some links are late: up to this long every other time, 128 times it at worst',
  unit: 'ms',
  default: 8,
  range: [0, 1_000],
  aim: (size, _value, random) => someLinks(size, random),
  apply: ({ links }, strike) =>
    affectLinks(links, strike.links, (parcel, random) => {
      let doublings = 0;
      while (doublings < doublingsMax && random.chance(0.5)) doublings += 1;
      parcel.delayMs += random.next() * strike.value * 2 ** doublings;
    }),
};
