import type { EndedRead } from '@raftlens/core';
import { shownAt } from './clock.ts';
import type { Command } from './key-value-store.ts';
import type { Machine } from './machine.ts';
import type { World } from './world.ts';

/** A read that a server has taken and not yet answered. */
export interface OpenRead {
  readonly command: Command;
  /** Tells the client to ask elsewhere. */
  readonly refuse: () => void;
}

/**
 * Asks a server for a read that leaves nothing in the log (thesis §6.4); false when it cannot tell,
 * for it leads and has committed nothing yet: then the log can.
 */
export function readWithoutLog(world: World, machine: Machine, read: OpenRead): boolean {
  const { server } = machine;
  if (server === undefined) return true;
  world.reads += 1;
  const id = `r${world.reads}`;
  const shownMs = shownAt(machine.clock, world.nowMs);
  const answer = world.options.core.startRead(server, id, shownMs);
  if (answer.kind === 'started') machine.reads.set(id, read);
  else if (answer.reason === 'no-leader') read.refuse();
  else return false;
  return true;
}

/** A server ends a read; one that is served sees what its store holds now. */
export function endRead(
  world: World,
  machine: Machine,
  ended: EndedRead,
  answer: (command: Command, result: string) => void,
): void {
  const read = machine.reads.get(ended.id);
  machine.reads.delete(ended.id);
  if (read === undefined) return;
  if (ended.kind === 'failed') {
    read.refuse();
    return;
  }
  world.tally.reached.add('a read was answered without the log');
  answer(read.command, machine.store.values.get(read.command.key) ?? '');
}
