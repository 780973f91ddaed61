import type { Server } from '@raftlens/core';
import { shownAt } from './clock.ts';
import type { Machine } from './machine.ts';
import { holdDown } from './power.ts';
import { arm, endSync, settle } from './settle.ts';
import { tearWrites } from './storage.ts';
import { callAfter, type Input, type World, type WorldItem } from './world.ts';

/** No healthy trial comes near so many messages and timers. */
export const chaosStepLimit = 100_000;

/** What comes within so long, where servers gather, is acted upon together, ms. */
const gatherMs = 2;

/** How long a server that its disk killed stays down, ms. */
const restartAfterMs = 150;

/**
 * Lets virtual time pass until `untilMs`; false when the observer has enough, or when the servers
 * did more than {@link chaosStepLimit} things.
 */
export function passTime(world: World, untilMs: number): boolean {
  const { queue } = world;
  const { halted } = world.options;
  while (queue.nextTime() <= untilMs) {
    if (halted?.() || world.steps > chaosStepLimit) return false;
    world.nowMs = queue.nextTime();
    const item = queue.pop();
    if (item === undefined) break;
    handle(world, item);
  }
  world.nowMs = untilMs;
  return !halted?.();
}

function handle(world: World, item: WorldItem): void {
  if (item.kind === 'call') {
    world.steps += 1;
    item.call();
    return;
  }
  const { machine } = item;
  if (item.kind === 'wake' && item.atMs !== machine.wakeAtMs) return;
  if (machine.server === undefined) return;
  const freeAtMs = Math.max(machine.pausedUntilMs, machine.busyUntilMs);
  if (freeAtMs > world.nowMs) {
    // The process does not run: what comes waits in line, in the order in which it came.
    if (item.kind === 'wake') machine.wakeAtMs = freeAtMs;
    world.queue.push(freeAtMs, item.kind === 'wake' ? { ...item, atMs: freeAtMs } : item);
    return;
  }
  world.steps += 1;
  if (machine.inputMs > 0) {
    machine.busyUntilMs =
      world.nowMs + Math.ceil(machine.inputMs * 2_000 * world.random.next()) / 1000;
  }
  if (item.kind === 'wake') wake(world, machine);
  else if (item.incarnation === machine.incarnation || item.input.kind === 'message') {
    take(world, machine, item.input);
  }
}

function wake(world: World, machine: Machine): void {
  const { server } = machine;
  machine.wakeAtMs = Number.POSITIVE_INFINITY;
  if (server === undefined) return;
  const { core } = world.options;
  const deadline = core.nextDeadline(server);
  const shownMs = shownAt(machine.clock, world.nowMs);
  // A clock of another rate may show a hair less than the deadline that it was armed for.
  if (deadline <= shownMs + 0.001) core.tick(server, Math.max(shownMs, deadline));
  settle(world, machine, server);
}

function take(world: World, machine: Machine, input: Input): void {
  const { server } = machine;
  if (server === undefined) return;
  if (input.kind === 'message') {
    world.options.core.receive(server, input.message, shownAt(machine.clock, world.nowMs));
  } else if (input.kind === 'request') {
    input.handle();
  } else if (machine.nextSync !== 'works') {
    breakSync(world, machine);
    return;
  } else {
    endSync(world, machine, server);
  }
  if (world.options.gathersInputs === true && input.kind !== 'sync') gather(world, machine, server);
  else settle(world, machine, server);
}

/** What the server wants done is asked for a moment later, together with what comes meanwhile. */
function gather(world: World, machine: Machine, server: Server): void {
  machine.lastSeq = server.seq;
  if (machine.gathering === server) return;
  machine.gathering = server;
  callAfter(world, gatherMs, () => {
    if (machine.gathering === server) machine.gathering = undefined;
    if (machine.server !== server) return;
    // It looks at its clock first, as whoever waits for more to come would.
    world.options.core.tick(server, shownAt(machine.clock, world.nowMs));
    settle(world, machine, server);
  });
}

/**
 * A sync that did not work: the server cannot know what is on the disk, so it must stop at once and
 * start again from what it finds there; to try again would count as durable what the kernel has
 * dropped (fsyncgate).
 */
function breakSync(world: World, machine: Machine): void {
  const outcome = machine.nextSync;
  if (outcome === 'is torn') tearWrites(machine, world.random);
  if (outcome === 'fails') world.tally.reached.add('a server stopped because its disk failed');
  const release = holdDown(world, machine, `sync ${outcome}`);
  callAfter(world, restartAfterMs, release);
}

/** Sets a machine's wake-up anew after its clock was moved. */
export function rearm(world: World, machine: Machine): void {
  machine.wakeAtMs = Number.POSITIVE_INFINITY;
  if (machine.server !== undefined) arm(world, machine, machine.server);
}
