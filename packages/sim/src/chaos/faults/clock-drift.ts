import { someServers } from '../aims.ts';
import { moveClock } from '../clock.ts';
import type { Fault } from '../fault.ts';
import { rearm } from '../pass-time.ts';
import type { World } from '../world.ts';

/** A clock runs too fast or too slow. */
export const clockDrift: Fault = {
  name: 'clock-drift',
  title: "One server's clock runs this much too fast, or too slow where negative",
  unit: 'percent',
  default: 3,
  range: [-50, 100],
  aim: (size, _value, random) => ({ nodes: someServers(size, 1, random) }),
  possible: (world, { nodes, value }) =>
    nodes.every(({ clock }) => clock.rate === 1) && isWithinLease(world, value / 100),
  apply(world, { nodes, value }) {
    const runAt = (rate: number): void => {
      for (const machine of nodes) {
        moveClock(machine.clock, world.nowMs, 0, rate);
        rearm(world, machine);
      }
    };
    runAt(1 + value / 100);
    return () => runAt(1);
  },
};

/**
 * Leases bear what the settings say that they bear, and no more (thesis §6.4.1): one clock may run
 * too fast by so much while another runs too slow.
 */
function isWithinLease({ options }: World, drift: number): boolean {
  const { leaseDriftMs, electionTimeoutMs } = options.settings;
  if (leaseDriftMs === undefined) return true;
  const [minMs] = electionTimeoutMs;
  const apart = (1 + Math.abs(drift)) / (1 - Math.abs(drift));
  return Math.abs(drift) < 1 && (minMs - leaseDriftMs) * apart < minMs;
}
