import type { EventOf, TraceEvent } from '@raftlens/trace';
import type { ClusterView } from '../cluster/cluster-view.ts';
import { isQuorum } from './quorum.ts';
import { countedBy, reachesQuorum } from './reaches-quorum.ts';
import { unsteadyFaults } from './unsteady-faults.ts';

/** Since when a leader is without a majority, and the line that made it so. */
export interface Loss {
  readonly since: number;
  readonly event: TraceEvent;
}

/** The leaders that were cut off from a majority, and whom they heard from since. */
export interface LostMajorities {
  /** Some leader is without a majority. */
  any(): boolean;
  of(node: string): Loss | undefined;
  /** When a leader that lost its majority at `lost` last heard from one, as the trace tells. */
  lastQuorum(node: string, lost: number): number;
  /** A server may have been cut off, or connected again, by `event`. */
  lookAround(event: TraceEvent): void;
  hear(event: EventOf<'message.received'>): void;
  /** A leader without a majority has a new configuration, whose members it has yet to ask. */
  joined(event: EventOf<'config.appended'>): void;
  /** The server leads anew: whom it lost or heard as leader before counts no more. */
  leadsAnew(node: string): void;
}

/** Starts where no leader is known; without a declaration of the voters no majority gets lost. */
export function createLostMajorities(cluster: ClusterView): LostMajorities {
  const alone = new Map<string, Loss>();
  /** When each leader without a majority last heard from each of the others. */
  const heard = new Map<string, Map<string, number>>();
  /** Servers whose clock cannot be trusted to tell how long they waited. */
  const untimed = new Set<string>();
  const note = (node: string, peer: string, time: number): void => {
    const times = heard.get(node);
    if (times === undefined) heard.set(node, new Map([[peer, time]]));
    else times.set(peer, time);
  };
  return {
    any: () => alone.size > 0,
    of: (node) => alone.get(node),
    // A reply under way when the others were cut off still counts: time runs from the last one.
    lastQuorum(node, lost) {
      const latest = [...(heard.get(node) ?? [])].sort(([, a], [, b]) => b - a);
      const counted = countedBy(cluster, node);
      const ids = [node];
      for (const [peer, time] of latest) {
        ids.push(peer);
        if (isQuorum(counted, ids)) return Math.max(lost, time);
      }
      return lost;
    },
    lookAround(event) {
      if (event.event === 'fault.injected' && unsteadyFaults.has(event.fault)) {
        for (const id of event.nodes ?? cluster.servers.keys()) untimed.add(id);
      }
      for (const server of cluster.servers.values()) {
        if (server.leading === undefined && alone.size === 0 && heard.size === 0) continue;
        if (
          server.leading === undefined ||
          !cluster.votersDeclared ||
          reachesQuorum(cluster, server.id)
        ) {
          alone.delete(server.id);
          heard.delete(server.id);
        } else if (untimed.has(server.id)) {
          alone.delete(server.id);
        } else if (!alone.has(server.id)) alone.set(server.id, { since: event.time, event });
      }
    },
    hear({ node, from, time }) {
      if (alone.size === 0 || node === undefined || !alone.has(node)) return;
      note(node, from, time);
    },
    // A member that was just added had no time to answer: its silence counts from now on. One
    // change at a time may wait to be committed, so that this is no way to lead for ever.
    joined({ node, role, voters, votersOutgoing, time }) {
      if (role !== 'leader' || node === undefined || !alone.has(node)) return;
      for (const peer of [...voters, ...(votersOutgoing ?? [])]) {
        if (peer !== node) note(node, peer, time);
      }
    },
    leadsAnew(node) {
      alone.delete(node);
      heard.delete(node);
    },
  };
}
