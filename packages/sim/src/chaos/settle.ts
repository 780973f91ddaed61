import type { Effects, Message, Server } from '@raftlens/core';
import { writeDisk } from '../disk.ts';
import { ChaosFailure } from './chaos-failure.ts';
import { shownAt, timeWhen } from './clock.ts';
import type { Machine } from './machine.ts';
import { send } from './send.ts';
import { lastOnDisk } from './storage.ts';
import { noteRole } from './tally-roles.ts';
import { roundUp, type World } from './world.ts';

/** A write or two, and what comes of them, is all that an input leads to. */
const mostRounds = 1_000;

/**
 * Does what a server wants done, in its order: what stands behind a write waits until the write is
 * durable. While a sync is under way the server takes further input, and its effects queue up.
 */
export function settle(world: World, machine: Machine, server: Server): void {
  const { core } = world.options;
  for (let rounds = 0; machine.server === server; rounds += 1) {
    if (rounds > mostRounds) {
      throw new ChaosFailure('storm', `${machine.id} wants more and more done without any input`);
    }
    const effects = core.takeEffects(server);
    const { write, messages, committed, restored, reads } = effects;
    const silent = messages.length === 0 && committed.length === 0 && reads.length === 0;
    const idle = silent && restored === undefined;
    if (write === undefined && idle) break;
    if (machine.pending.length > 0 || (write !== undefined && !isInstant(machine))) {
      machine.pending.push(sendAhead(world, machine, effects));
      beginSync(world, machine);
    } else {
      perform(world, machine, server, effects);
    }
  }
  if (machine.server !== server) return;
  noteRole(world, machine, server);
  world.options.look?.(world.machines.map((each) => each.server));
  machine.lastSeq = server.seq;
  arm(world, machine, server);
}

/**
 * A leader may send entries before its own disk has them (thesis §10.2.1): it counts itself only
 * once it does. Its term and vote are durable since before it was elected. Returns what must wait.
 */
function sendAhead(world: World, machine: Machine, effects: Effects): Effects {
  if (world.options.parallelWrites !== true) return effects;
  const { disk } = machine;
  const mayLeave = ({ kind, term }: Message): boolean =>
    kind === 'AppendEntries' && term === disk.currentTerm && disk.votedFor === machine.id;
  const messages = effects.messages.filter((message) => !mayLeave(message));
  if (messages.length === effects.messages.length) return effects;
  for (const message of effects.messages) if (mayLeave(message)) send(world, machine, message);
  return { ...effects, messages };
}

/** Has the disk write what waits for it, unless it is full or at work. */
export function beginSync(world: World, machine: Machine): void {
  if (machine.syncing > 0 || machine.diskFull || machine.pending.length === 0) return;
  machine.syncing = machine.pending.length;
  const { incarnation } = machine;
  const item = { kind: 'input', machine, incarnation, input: { kind: 'sync' } } as const;
  world.queue.push(world.nowMs + roundUp(machine.syncMs), item);
}

/** A sync is through: what waited for it goes on. */
export function endSync(world: World, machine: Machine, server: Server): void {
  const done = machine.pending.splice(0, machine.syncing);
  machine.syncing = 0;
  for (const effects of done) perform(world, machine, server, effects);
  beginSync(world, machine);
}

/** Asks to be woken when the server's next timer is due; a clock that was moved asks again. */
export function arm(world: World, machine: Machine, server: Server): void {
  const deadline = world.options.core.nextDeadline(server);
  if (deadline === Number.POSITIVE_INFINITY) return;
  const late = machine.timerLateMs > 0 ? world.random.next() * machine.timerLateMs : 0;
  const dueMs = Math.max(world.nowMs, timeWhen(machine.clock, deadline));
  if (machine.wakeAtMs <= dueMs) return;
  // A late timer is not made later by what comes meanwhile.
  if (machine.armedFor === deadline && machine.wakeAtMs !== Number.POSITIVE_INFINITY) return;
  machine.armedFor = deadline;
  machine.wakeAtMs = roundUp(dueMs + late);
  world.queue.push(machine.wakeAtMs, { kind: 'wake', machine, atMs: machine.wakeAtMs });
}

function isInstant(machine: Machine): boolean {
  return machine.syncMs === 0 && !machine.diskFull && machine.nextSync === 'works';
}

function perform(world: World, machine: Machine, server: Server, effects: Effects): void {
  const { write, messages, committed, restored } = effects;
  if (write !== undefined) {
    if (write.entries.length > 0 && write.fromIndex <= lastOnDisk(machine)) {
      world.tally.reached.add('a conflicting suffix was truncated');
    }
    writeDisk(machine.disk, write);
    machine.syncedThrough = write.lastLogIndex;
    world.options.core.persisted(server, write, shownAt(machine.clock, world.nowMs));
  }
  for (const message of messages) send(world, machine, message);
  if (restored !== undefined) {
    world.tally.reached.add('a snapshot was installed');
    world.service.restarted(machine, restored);
  }
  let index = effects.committedFrom;
  for (const entry of committed) {
    world.service.applied(machine, index, entry);
    index += 1;
  }
  for (const read of effects.reads) world.service.readEnded(machine, read);
}
