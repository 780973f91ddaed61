import type { Server } from '@raftlens/core';
import type { Machine } from './machine.ts';
import { holdDown } from './power.ts';
import type { World } from './world.ts';

/** Servers that the leader's configuration no longer has, as an operator deals with them. */
export interface Outsiders {
  /** Switches off those that are outside now. */
  switchOff(): void;
  /** Starts those that the leader's configuration has again. */
  takeBack(): void;
  /** How many are off. */
  count(): number;
}

/**
 * A server that was removed and does not know it stands for election again and again, and where
 * nobody turns a deaf ear to it, it may unseat every leader before anything is committed, so that
 * nobody can take it back either. Raft leaves that to whoever shuts removed servers down (thesis
 * §4.2.3).
 */
export function createOutsiders(world: World): Outsiders {
  const off = new Map<string, () => void>();
  return {
    switchOff() {
      const leader = newestLeader(world);
      if (leader === undefined || world.options.settings.leaderStickiness === true) return;
      for (const machine of world.machines) {
        if (has(leader, machine) || off.has(machine.id)) continue;
        off.set(machine.id, holdDown(world, machine, 'switched off, as it was removed'));
      }
    },
    takeBack() {
      const leader = newestLeader(world);
      for (const machine of world.machines) {
        if (leader === undefined || !has(leader, machine)) continue;
        off.get(machine.id)?.();
        off.delete(machine.id);
      }
    },
    count: () => off.size,
  };
}

function newestLeader({ machines }: World): Server | undefined {
  const leaders = machines.flatMap(({ server }) => (server?.role === 'leader' ? [server] : []));
  return leaders.toSorted((a, b) => b.currentTerm - a.currentTerm)[0];
}

function has({ configuration }: Server, { id }: Machine): boolean {
  const { voters, votersOutgoing, learners } = configuration;
  return [voters, votersOutgoing, learners].some((members) => members.includes(id));
}
