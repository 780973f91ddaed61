import { someServers } from '../aims.ts';
import type { Fault } from '../fault.ts';

/** A disk takes long to make writes durable, and what stands behind them waits. */
export const slowDisk: Fault = {
  name: 'slow-disk',
  title: 'Each sync of one server takes this much longer',
  unit: 'ms',
  default: 15,
  range: [0, 500],
  aim: (size, _value, random) => ({ nodes: someServers(size, 1, random) }),
  apply(_world, { nodes, value }) {
    for (const machine of nodes) machine.syncMs += value;
    return () => {
      for (const machine of nodes) machine.syncMs = Math.max(0, machine.syncMs - value);
    };
  },
};
