import { someLinks } from '../aims.ts';
import type { Fault } from '../fault.ts';
import { affectLinks } from '../links.ts';

/** The copy comes at most so much later, ms. */
const copyAfterMsMax = 40;

/** Messages come twice, as they do when a sender repeats what was received after all. */
export const duplication: Fault = {
  name: 'duplication',
  title: 'Each message of some links comes a second time with this probability, up to 40 ms later',
  unit: 'probability',
  default: 0.2,
  range: [0, 1],
  aim: (size, _value, random) => someLinks(size, random),
  apply: ({ links }, strike) =>
    affectLinks(links, strike.links, (parcel, random) => {
      if (random.chance(strike.value)) parcel.copyAfterMs = random.next() * copyAfterMsMax;
    }),
};
