import { someServers } from '../aims.ts';
import { moveClock } from '../clock.ts';
import type { Fault } from '../fault.ts';
import { rearm } from '../pass-time.ts';

/** A clock runs too fast or too slow. */
export const clockDrift: Fault = {
  name: 'clock-drift',
  title: "One server's clock runs this much too fast, or too slow where negative",
  unit: 'percent',
  default: 3,
  range: [-50, 100],
  aim: (size, _value, random) => ({ nodes: someServers(size, 1, random) }),
  possible: (_world, { nodes }) => nodes.every(({ clock }) => clock.rate === 1),
  apply(world, { nodes, value }) {
    const runAt = (rate: number): void => {
      for (const machine of nodes) {
        moveClock(machine.clock, world.nowMs, 0, rate);
        rearm(world, machine);
      }
    };
    runAt(1 + value / 100);
    return () => runAt(1);
  },
};
