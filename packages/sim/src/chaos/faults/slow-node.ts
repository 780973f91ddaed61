import { someServers } from '../aims.ts';
import type { Fault } from '../fault.ts';

/** A server is short of processor time. */
export const slowNode: Fault = {
  name: 'slow-node',
  title: 'One server takes this long for each thing that it handles, on average',
  unit: 'ms',
  default: 5,
  range: [0, 50],
  aim: (size, _value, random) => ({ nodes: someServers(size, 1, random) }),
  apply(_world, { nodes, value }) {
    for (const machine of nodes) machine.inputMs += value;
    return () => {
      for (const machine of nodes) machine.inputMs = Math.max(0, machine.inputMs - value);
    };
  },
};
