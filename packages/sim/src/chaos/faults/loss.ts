import { someLinks } from '../aims.ts';
import type { Fault } from '../fault.ts';
import { affectLinks } from '../links.ts';

/** Messages get lost. */
export const loss: Fault = {
  name: 'loss',
  title: 'Each message of some links is lost with this probability',
  unit: 'probability',
  default: 0.2,
  range: [0, 1],
  aim: (size, _value, random) => someLinks(size, random),
  apply: ({ links }, strike) =>
    affectLinks(links, strike.links, (parcel, random) => {
      if (random.chance(strike.value)) parcel.lost = true;
    }),
};
