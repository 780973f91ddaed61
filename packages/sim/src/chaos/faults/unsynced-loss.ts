import { someServers } from '../aims.ts';
import type { Fault } from '../fault.ts';
import { failNextSync } from '../sync-faults.ts';

/** The power goes while a write is in the cache: none of it is found again. */
export const unsyncedLoss: Fault = {
  name: 'unsynced-loss',
  title: 'A server dies before its next write is durable, which takes this long; the write is lost',
  unit: 'ms',
  default: 20,
  range: [0, 500],
  aim: (size, _value, random) => ({ nodes: someServers(size, 1, random) }),
  apply: (_world, { nodes, value }) => failNextSync(nodes, 'is lost', value),
};
