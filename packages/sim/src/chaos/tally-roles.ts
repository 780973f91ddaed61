import type { Server } from '@raftlens/core';
import type { Machine } from './machine.ts';
import type { World } from './world.ts';

/** Counts leaderships as they begin and end. */
export function noteRole(world: World, machine: Machine, server: Server): void {
  const leads = server.role === 'leader';
  if (!leads) {
    if (machine.leads) world.tally.reached.add('a leader was deposed');
    machine.leads = false;
    return;
  }
  if (machine.leads && machine.ledTerm === server.currentTerm) return;
  machine.leads = true;
  machine.ledTerm = server.currentTerm;
  world.tally.elections += 1;
  if (world.machines.some((other) => other !== machine && other.leads)) {
    world.tally.reached.add('two servers led at once, in different terms');
  }
}
