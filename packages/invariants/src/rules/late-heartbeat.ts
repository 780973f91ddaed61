import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';
import { unsteadyFaults } from './unsteady-faults.ts';

type Sent = EventOf<'message.sent'>;

/** A new leader says at once that it leads; only what comes after is a rhythm. */
const heartbeatsSeen = 3;

/** What one leadership sends. */
interface Beat {
  readonly node: string;
  readonly term: number | undefined;
  /** The last message to each peer. */
  readonly last: Map<string, Sent>;
  /** How often AppendEntries without entries went to each peer. */
  readonly empty: Map<string, number>;
  told: boolean;
}

/**
 * A leader speaks to each follower well within the election timeout (Raft §5.2, §5.6).
 *
 * Evidence: between two AppendEntries of one leadership to one follower more than half of the
 * shortest election timeout passes, and more than one and a half declared heartbeat intervals. Some
 * programs never print heartbeats: the log has to show that this leader's are told.
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
    { event: 'message.sent', fields: ['role', 'term', 'entries'] },
    { event: 'trace.started', fields: ['config'] },
  ],
  restsOn: ['config.appended', 'message.sent InstallSnapshot'],
  create(context) {
    const { cluster } = context;
    const beats = createBeats();
    const tellsHeartbeats = createHeartbeatsTold();
    let judged = false;
    /** Servers that the harness slows down: their heartbeats are late because it wants them so. */
    const slowed = new Set<string>();

    return {
      kinds: { 'message.sent': ['AppendEntries', 'InstallSnapshot'] },
      forgetsBy: ['node.started'],
      on: {
        'message.sent': (event) => {
          const { node, kind, role } = event;
          if (kind !== 'AppendEntries' && kind !== 'InstallSnapshot') return;
          if (role !== 'leader' || node === undefined || event.term === undefined) return;
          const beat = beats.of(node, event.term);
          const before = beat.last.get(event.to);
          beat.last.set(event.to, event);
          if (before === undefined || beat.told) return;
          if (!cluster.tellsAll && !tellsHeartbeats(beat, event)) return;
          const gap = event.time - before.time;
          const shortest = cluster.started?.config?.electionTimeoutMs?.[0];
          const limit = (shortest ?? context.electionTimeoutMs() ?? Number.POSITIVE_INFINITY) / 2;
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
          if (node !== undefined) beats.forget(node);
        },
        'fault.injected': ({ fault, nodes }) => {
          if (!unsteadyFaults.has(fault)) return;
          for (const id of nodes ?? cluster.servers.keys()) slowed.add(id);
        },
        'node.started': ({ node }) => {
          if (node !== undefined) beats.forget(node);
        },
      },
      end: () =>
        judged ? enough : missing('heartbeats that leaders send, and the election timeout'),
    };
  },
};

/** What leaderships send, the last of each server. */
function createBeats(): {
  of(node: string, term: number | undefined): Beat;
  forget(node: string): void;
} {
  const beats = new Map<string, Beat>();
  let latest: Beat | undefined;
  return {
    of(node, term) {
      if (latest?.node === node && latest.term === term) return latest;
      let beat = beats.get(node);
      if (beat === undefined || beat.term !== term) {
        beat = { node, term, last: new Map(), empty: new Map(), told: false };
        beats.set(node, beat);
      }
      latest = beat;
      return beat;
    },
    forget(node) {
      beats.delete(node);
      latest = undefined;
    },
  };
}

/** Tells, with each message sent, whether its leader is one whose heartbeats are printed. */
function createHeartbeatsTold(): (beat: Beat, sent: Sent) => boolean {
  const telling = new Set<string>();
  return ({ node, empty }, { to, entries }) => {
    if (telling.has(node)) return true;
    if (entries?.length !== 0) return false;
    const count = (empty.get(to) ?? 0) + 1;
    empty.set(to, count);
    if (count >= heartbeatsSeen) telling.add(node);
    return telling.has(node);
  };
}
