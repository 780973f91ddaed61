import { isRequest } from '../../network.ts';
import { someLinks } from '../aims.ts';
import type { Fault } from '../fault.ts';
import { affectLinks } from '../links.ts';

/** Requests arrive and take effect, and the answers do not come back. */
export const replyLoss: Fault = {
  name: 'reply-loss',
  title: 'Each reply on some links is lost with this probability; requests arrive',
  unit: 'probability',
  default: 0.5,
  range: [0, 1],
  aim: (size, _value, random) => someLinks(size, random),
  apply: ({ links }, strike) =>
    affectLinks(links, strike.links, (parcel, random) => {
      if (!isRequest(parcel.message) && random.chance(strike.value)) parcel.lost = true;
    }),
};
