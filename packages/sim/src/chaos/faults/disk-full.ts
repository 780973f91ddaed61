import { someServers } from '../aims.ts';
import type { Fault } from '../fault.ts';
import { beginSync } from '../settle.ts';

/** Disks have no room: what would be written waits, and so does all that is said after it. */
export const diskFull: Fault = {
  name: 'disk-full',
  title: 'The disks of so many servers are full; they fall silent until there is room',
  unit: 'servers',
  default: 1,
  range: [1, 7],
  aim: (size, value, random) => ({ nodes: someServers(size, value, random) }),
  possible: (_world, { nodes }) => nodes.every((machine) => !machine.diskFull),
  apply(world, { nodes }) {
    for (const machine of nodes) machine.diskFull = true;
    return () => {
      for (const machine of nodes) {
        machine.diskFull = false;
        beginSync(world, machine);
      }
    };
  },
};
