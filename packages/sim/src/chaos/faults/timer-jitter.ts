import { someServers } from '../aims.ts';
import type { Fault } from '../fault.ts';

/** Timers fire late, as they do on a loaded machine. */
export const timerJitter: Fault = {
  name: 'timer-jitter',
  title: 'Every timer of some servers fires late, by up to this long',
  unit: 'ms',
  default: 10,
  range: [0, 1_000],
  aim: (size, _value, random) => ({ nodes: someServers(size, random.integer(1, size), random) }),
  apply(_world, { nodes, value }) {
    for (const machine of nodes) machine.timerLateMs += value;
    return () => {
      for (const machine of nodes) machine.timerLateMs = Math.max(0, machine.timerLateMs - value);
    };
  },
};
