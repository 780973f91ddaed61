import type { TraceEvent } from '@raftlens/trace';
import { timeoutChances } from '../capsule/timeout-chances.ts';
import { readDisk } from '../disk.ts';
import { virtualEpochMs } from '../virtual-epoch.ts';
import { isRight, shownAt } from './clock.ts';
import type { Machine } from './machine.ts';
import { settle } from './settle.ts';
import { lastOnDisk, recoverLog } from './storage.ts';
import type { World } from './world.ts';

/** Starts or restarts a server from its disk; false when it refuses, for the disk is damaged. */
export function startMachine(world: World, machine: Machine): boolean {
  const { core, settings, run } = world.options;
  const recovery = recoverLog(machine);
  if (recovery === 'refused') {
    world.tally.reached.add('a server refused to start from a damaged log');
    return false;
  }
  if (recovery === 'tail cut off') world.tally.reached.add('a damaged entry was found and cut off');
  if (lastOnDisk(machine) > machine.syncedThrough) {
    world.tally.reached.add('a part of a torn write was found');
  }
  machine.syncedThrough = lastOnDisk(machine);
  machine.incarnation += 1;
  machine.wakeAtMs = Number.POSITIVE_INFINITY;
  machine.server = core.createServer(
    {
      id: machine.id,
      voters: firstVoters(world),
      settings,
      random: timeoutChances(machine, world.options.decider),
      observer: observerOf(world, machine),
      clockBaseMs: virtualEpochMs,
      run,
      incarnation: machine.incarnation,
      stored: readDisk(machine.disk, machine.lastSeq),
    },
    shownAt(machine.clock, world.nowMs),
  );
  world.service.restarted(machine, machine.disk.snapshot);
  settle(world, machine, machine.server);
  return true;
}

function firstVoters({ machines, options }: World): readonly string[] {
  const ids = machines.map(({ id }) => id);
  return options.startsAlone === true ? ids.slice(0, 1) : ids;
}

/** Kills a server where it stands; only its disk is left of it. */
export function stopMachine(world: World, machine: Machine, cause: string): void {
  const { server } = machine;
  if (server === undefined) return;
  machine.server = undefined;
  machine.leads = false;
  if (machine.pending.some(({ write }) => write !== undefined)) {
    world.tally.reached.add('an unsynced write was lost');
  }
  machine.pending = [];
  machine.syncing = 0;
  machine.nextSync = 'works';
  machine.asked.clear();
  machine.reads.clear();
  machine.lastSeq = server.seq + 1;
  world.options.observe?.({
    event: 'node.crashed',
    time: virtualEpochMs + world.nowMs,
    node: machine.id,
    seq: machine.lastSeq,
    inc: machine.incarnation,
    run: world.options.run,
    cause,
  });
}

/** Kills a server and keeps it down until the returned function is called. */
export function holdDown(world: World, machine: Machine, cause: string): () => void {
  stopMachine(world, machine, cause);
  machine.holds += 1;
  return () => {
    machine.holds -= 1;
    if (machine.holds === 0 && machine.server === undefined) startMachine(world, machine);
  };
}

/** Traces have virtual time, whatever the clock of the server says. */
function observerOf(world: World, machine: Machine): World['options']['observe'] {
  const { observe } = world.options;
  if (observe === undefined) return undefined;
  const inVirtualTime = (event: TraceEvent): void => {
    if (isRight(machine.clock)) observe(event);
    else observe({ ...event, time: virtualEpochMs + world.nowMs });
  };
  return Object.assign(inVirtualTime, { attention: observe.attention });
}
