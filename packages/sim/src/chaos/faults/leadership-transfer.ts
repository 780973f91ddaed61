import type { Fault } from '../fault.ts';
import { transferFromLeader } from '../transfer.ts';
import { callAfter } from '../world.ts';

/** Leaders are told to hand leadership over, again and again (thesis §3.10). */
export const leadershipTransfer: Fault = {
  name: 'leadership-transfer',
  title: 'A leader is asked to hand over to some server each time about this long has passed',
  unit: 'ms',
  default: 150,
  range: [10, 10_000],
  aim: () => ({}),
  apply(world, { value, random }) {
    let over = false;
    const transfer = (): void => {
      if (over) return;
      transferFromLeader(world, random);
      callAfter(world, value * (0.3 + random.next()), transfer);
    };
    callAfter(world, value * random.next(), transfer);
    return () => {
      over = true;
    };
  },
};
