import { someServers } from '../aims.ts';
import type { Fault } from '../fault.ts';

/**
 * Processes stand still, as in a long garbage collection or on a machine that is moved: what comes
 * waits, and all of it is handled late and at once.
 */
export const pause: Fault = {
  name: 'pause',
  title: 'So many servers stand still, then handle all that came meanwhile',
  unit: 'servers',
  default: 1,
  range: [1, 7],
  aim: (size, value, random) => ({ nodes: someServers(size, value, random) }),
  apply(world, { nodes, untilMs }) {
    for (const machine of nodes) machine.pausedUntilMs = Math.max(machine.pausedUntilMs, untilMs);
    return () => {
      for (const machine of nodes) {
        if (machine.pausedUntilMs <= untilMs) machine.pausedUntilMs = world.nowMs;
      }
    };
  },
};
