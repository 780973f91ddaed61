import { someLinks } from '../aims.ts';
import type { Fault } from '../fault.ts';
import { affectLinks } from '../links.ts';

/** A message that is overtaken waits at most so long, ms. */
const heldBackMsMax = 80;

/** Messages overtake each other. */
export const reordering: Fault = {
  name: 'reordering',
  title: 'Each message of some links is held back by up to 80 ms with this probability',
  unit: 'probability',
  default: 0.3,
  range: [0, 1],
  aim: (size, _value, random) => someLinks(size, random),
  apply: ({ links }, strike) =>
    affectLinks(links, strike.links, (parcel, random) => {
      if (random.chance(strike.value)) parcel.delayMs += random.next() * heldBackMsMax;
    }),
};
