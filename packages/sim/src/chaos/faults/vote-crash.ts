import { someServers } from '../aims.ts';
import type { Fault } from '../fault.ts';
import type { Machine } from '../machine.ts';
import { holdDown } from '../power.ts';
import { callAfter } from '../world.ts';

/** How often the votes are looked at, ms; a vote that is written meanwhile has left. */
const lookMs = 2;

/**
 * Servers die right after they voted, and come back while the same election is still open: what
 * they do not remember then, they vote for twice (Raft Figure 2, persistent state).
 */
export const voteCrash: Fault = {
  name: 'vote-crash',
  title: 'Servers that have just voted die, and restart this long after',
  unit: 'ms',
  default: 20,
  range: [1, 1_000],
  aim: (size, _value, random) => ({ nodes: someServers(size, random.integer(1, size), random) }),
  apply(world, { nodes, value }) {
    let over = false;
    const votes = new Map(nodes.map((machine) => [machine, voteOf(machine)]));
    const releases = new Set<() => void>();
    const look = (): void => {
      if (over) return;
      for (const machine of nodes) {
        const vote = voteOf(machine);
        if (vote === undefined || vote === votes.get(machine)) continue;
        votes.set(machine, vote);
        const hold = holdDown(world, machine, 'vote-crash');
        const release = (): void => {
          if (releases.delete(release)) hold();
        };
        releases.add(release);
        callAfter(world, value, release);
      }
      callAfter(world, lookMs, look);
    };
    callAfter(world, lookMs, look);
    return () => {
      over = true;
      for (const release of [...releases]) release();
    };
  },
};

/** The vote of a running server, once it has been sent. */
function voteOf({ server, pending }: Machine): string | undefined {
  if (server?.votedFor === undefined || pending.length > 0) return undefined;
  return `${server.currentTerm} ${server.votedFor}`;
}
