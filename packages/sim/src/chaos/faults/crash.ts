import { someServers } from '../aims.ts';
import type { Fault } from '../fault.ts';
import { holdDown } from '../power.ts';

/** Servers die and start again in the end from what is durable. */
export const crash: Fault = {
  name: 'crash',
  title: 'So many servers crash, and restart when the fault is over',
  unit: 'servers',
  default: 1,
  range: [1, 7],
  aim: (size, value, random) => ({ nodes: someServers(size, value, random) }),
  apply(world, { nodes }) {
    const releases = nodes.map((machine) => holdDown(world, machine, 'crash'));
    return () => {
      for (const release of releases) release();
    };
  },
};
