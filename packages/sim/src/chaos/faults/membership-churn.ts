import type { Fault } from '../fault.ts';
import { changeAtLeader, someMembership } from '../membership.ts';
import { callAfter } from '../world.ts';

/** The cluster is told to change its members again and again, one at a time or many at once. */
export const membershipChurn: Fault = {
  name: 'membership-churn',
  title: 'The leader is asked for other members each time about this long has passed',
  unit: 'ms',
  default: 150,
  range: [10, 10_000],
  aim: () => ({}),
  apply(world, { value, random }) {
    let over = false;
    const change = (): void => {
      if (over) return;
      changeAtLeader(world, (server) => someMembership(world, server, random), random);
      callAfter(world, value * (0.3 + random.next()), change);
    };
    callAfter(world, value * random.next(), change);
    return () => {
      over = true;
    };
  },
};
