import { someServers } from '../aims.ts';
import type { Fault } from '../fault.ts';
import { failNextSync } from '../sync-faults.ts';

/**
 * A sync reports an error. The server must stop: what the kernel could not write it may have
 * dropped, and a second sync would report success all the same.
 */
export const failedFsync: Fault = {
  name: 'failed-fsync',
  title: 'The next sync of so many servers fails, and they stop',
  unit: 'servers',
  default: 1,
  range: [1, 7],
  aim: (size, value, random) => ({ nodes: someServers(size, value, random) }),
  apply: (_world, { nodes }) => failNextSync(nodes, 'fails', 0),
};
