import { shownAt } from './clock.ts';
import type { Command } from './key-value-store.ts';
import type { Machine } from './machine.ts';
import { readWithoutLog } from './reads.ts';
import { requestOf } from './service.ts';
import { callAfter, type World } from './world.ts';

/** A command reaches a server a hop later; one that does not lead says so, and who does. */
export function request(
  world: World,
  machine: Machine,
  command: Command,
  onRefused: (leader: number | undefined) => void,
): void {
  const handle = (): void => {
    const { server } = machine;
    if (server === undefined) return;
    const refuse = (): void => {
      const { leaderId } = machine.server ?? server;
      const leader = leaderId === undefined ? undefined : Number(leaderId.slice(1)) - 1;
      callAfter(world, world.options.hopMs, () => onRefused(leader));
    };
    const readsLog = command.kind !== 'get' || world.options.readsByIndex !== true;
    if (!readsLog && readWithoutLog(world, machine, { command, refuse })) return;
    const shownMs = shownAt(machine.clock, world.nowMs);
    const proposed = world.options.core.propose(
      server,
      { ...command, at: shownMs },
      hashOf(command),
      shownMs,
    );
    if (proposed !== undefined) {
      machine.asked.add(requestOf(command));
      return;
    }
    refuse();
  };
  const { incarnation } = machine;
  const item = { kind: 'input', machine, incarnation, input: { kind: 'request', handle } } as const;
  world.queue.push(world.nowMs + world.options.hopMs, item);
}

/** 64 bits that no other command of the trial has: its client and its number. */
export function hashOf({ client, number }: Command): string {
  const who = Number(client.slice(1)).toString(16).padStart(4, '0');
  return who + number.toString(16).padStart(12, '0');
}
