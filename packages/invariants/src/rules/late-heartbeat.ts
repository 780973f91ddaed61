import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';
import { unsteadyFaults } from './unsteady-faults.ts';

type Sent = EventOf<'message.sent'>;

/** One leadership's last message to each peer. */
interface Beat {
  readonly node: string;
  readonly term: number | undefined;
  readonly last: Map<string, Sent>;
  told: boolean;
}

/**
 * A leader speaks to each follower well within the election timeout (Raft §5.2, §5.6).
 *
 * Evidence: between two AppendEntries of one leadership to one follower more than half of the
 * shortest election timeout passes, and more than one and a half declared heartbeat intervals.
 *
 * Smallest counter-example: election timeouts are 150 to 300 ms; n1, leader, sends n2 a heartbeat,
 * and the next one 100 ms later.
 */
export const lateHeartbeat: Rule = {
  id: 'late-heartbeat',
  code: 'L10',
  title: 'Heartbeats come in time',
  statement: 'A leader sends each follower something well within the shortest election timeout.',
  why:
    'One more delay on the way and a follower campaigns against a leader that is alive: ' +
    'often a long pause of the program or of its disk.',
  example: [
    'election timeouts are 150 to 300 ms',
    'n1, leader, sends AppendEntries to n2',
    '100 ms later it sends n2 the next one',
  ],
  source: 'Raft §5.2, §5.6',
  severity: 'note',
  needs: [
    { event: 'message.sent', fields: ['role', 'term'] },
    { event: 'trace.started', fields: ['config'] },
  ],
  create(context) {
    const { cluster } = context;
    const beats = new Map<string, Beat>();
    let latest: Beat | undefined;
    let judged = false;
    /** Servers that the harness slows down: their heartbeats are late because it wants them so. */
    const slowed = new Set<string>();

    const beatOf = (node: string, term: number | undefined): Beat => {
      if (latest?.node === node && latest.term === term) return latest;
      let beat = beats.get(node);
      if (beat === undefined || beat.term !== term) {
        beat = { node, term, last: new Map(), told: false };
        beats.set(node, beat);
      }
      latest = beat;
      return beat;
    };

    return {
      kinds: { 'message.sent': ['AppendEntries', 'InstallSnapshot'] },
      on: {
        'message.sent': (event) => {
          const { node, kind, role } = event;
          if (kind !== 'AppendEntries' && kind !== 'InstallSnapshot') return;
          if (role !== 'leader' || node === undefined) return;
          const beat = beatOf(node, event.term);
          const before = beat.last.get(event.to);
          beat.last.set(event.to, event);
          if (before === undefined || beat.told) return;
          const gap = event.time - before.time;
          const shortest = cluster.started?.config?.electionTimeoutMs?.[0];
          const limit = (shortest ?? cluster.electionTimeoutMs() ?? Number.POSITIVE_INFINITY) / 2;
          judged = true;
          const interval = cluster.started?.config?.heartbeatIntervalMs ?? 0;
          if (gap <= limit || gap <= 1.5 * interval || slowed.has(node)) return;
          beat.told = true;
          context.report({
            verdict: 'suspicious',
            term: event.term,
            nodes: [node],
            message:
              `${node}, leader, sent ${event.to} nothing for ${Math.round(gap)} ms, more than ` +
              `half of the shortest election timeout (${Math.round(2 * limit)} ms)`,
            evidence: [before, event],
          });
        },
        // Who leaves and comes back was not spoken to in between.
        'config.appended': ({ node }) => {
          if (node === undefined) return;
          beats.delete(node);
          latest = undefined;
        },
        'fault.injected': ({ fault, nodes }) => {
          if (!unsteadyFaults.has(fault)) return;
          for (const id of nodes ?? cluster.servers.keys()) slowed.add(id);
        },
        'node.started': ({ node }) => {
          if (node === undefined) return;
          beats.delete(node);
          latest = undefined;
        },
      },
      end: () => (judged ? enough : missing('what leaders send, and the election timeout')),
    };
  },
};
