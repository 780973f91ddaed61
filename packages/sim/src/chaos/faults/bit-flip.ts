import { someServers } from '../aims.ts';
import type { Fault } from '../fault.ts';
import { holdDown } from '../power.ts';
import { lastOnDisk, tearWrites } from '../storage.ts';
import { callAfter } from '../world.ts';

/** The share of the fault's time after which the server tries to start. */
const firstStart = 0.5;

/**
 * A server dies, and an entry of its log on disk is not what was written. Checksums tell at the
 * next start: a damaged entry that was never synced is cut off; one that was synced keeps the
 * server down until the fault is over, when its operator has brought the record back from a mirror.
 * In neither case does the server forget what it promised.
 */
export const bitFlip: Fault = {
  name: 'bit-flip',
  title: 'So many servers crash and find a damaged entry in their log',
  unit: 'servers',
  default: 1,
  range: [1, 7],
  aim: (size, value, random) => ({ nodes: someServers(size, value, random) }),
  possible: (_world, { nodes }) =>
    nodes.every(({ server, damagedIndex }) => server !== undefined && damagedIndex === undefined),
  apply(world, { nodes, untilMs, random }) {
    const ends = nodes.map((machine) => {
      tearWrites(machine, random);
      const release = once(holdDown(world, machine, 'bit-flip'));
      const last = lastOnDisk(machine);
      const first = last - machine.disk.entries.length + 1;
      if (last >= first) {
        // The end of the log is where most writes are, above all those that were never synced.
        const atEnd = last > machine.syncedThrough || random.chance(0.5);
        machine.damagedIndex = atEnd ? last : random.integer(first, last);
      }
      callAfter(world, firstStart * (untilMs - world.nowMs), release);
      return () => {
        machine.damagedIndex = undefined;
        release();
        if (machine.server === undefined) holdDown(world, machine, 'bit-flip')();
      };
    });
    return () => {
      for (const end of ends) end();
    };
  },
};

function once(call: () => void): () => void {
  let called = false;
  return () => {
    if (called) return;
    called = true;
    call();
  };
}
