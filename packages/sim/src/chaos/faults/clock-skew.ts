import { someServers } from '../aims.ts';
import { moveClock } from '../clock.ts';
import type { Fault } from '../fault.ts';
import { rearm } from '../pass-time.ts';

/** A clock is wrong for a while, and is set right again. */
export const clockSkew: Fault = {
  name: 'clock-skew',
  title: "One server's clock is off by so much until the fault is over",
  unit: 'ms',
  default: 100,
  range: [-10_000, 10_000],
  aim: (size, _value, random) => ({ nodes: someServers(size, 1, random) }),
  possible: ({ options }) => options.settings.leaseDriftMs === undefined,
  apply(world, { nodes, value }) {
    const moveAll = (byMs: number): void => {
      for (const machine of nodes) {
        moveClock(machine.clock, world.nowMs, byMs, machine.clock.rate);
        rearm(world, machine);
      }
    };
    moveAll(value);
    return () => moveAll(-value);
  },
};
