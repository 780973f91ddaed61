import { someServers } from '../aims.ts';
import { moveClock } from '../clock.ts';
import type { Fault } from '../fault.ts';
import { rearm } from '../pass-time.ts';

/** A clock is set, forward or back, and stays so. */
export const clockJump: Fault = {
  name: 'clock-jump',
  title: "One server's clock jumps by so much and stays there",
  unit: 'ms',
  default: 150,
  range: [-10_000, 10_000],
  aim: (size, _value, random) => ({ nodes: someServers(size, 1, random) }),
  possible: ({ options }) => options.settings.leaseDriftMs === undefined,
  apply(world, { nodes, value }) {
    for (const machine of nodes) {
      moveClock(machine.clock, world.nowMs, value, machine.clock.rate);
      rearm(world, machine);
    }
    return () => undefined;
  },
};
