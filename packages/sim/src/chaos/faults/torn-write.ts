import { someServers } from '../aims.ts';
import type { Fault } from '../fault.ts';
import { failNextSync } from '../sync-faults.ts';

/** The power goes in the middle of a write: a part of it is found again. */
export const tornWrite: Fault = {
  name: 'torn-write',
  title: 'A server dies within its next write, which takes this long; a part of it stays',
  unit: 'ms',
  default: 20,
  range: [0, 500],
  aim: (size, _value, random) => ({ nodes: someServers(size, 1, random) }),
  apply: (_world, { nodes, value }) => failNextSync(nodes, 'is torn', value),
};
