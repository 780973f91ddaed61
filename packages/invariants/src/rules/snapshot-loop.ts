import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

/** So many snapshots to one follower, with answers of its in between and nothing gained. */
const snapshotsInVain = 10;
/** And for so long: what is under way must have had time to arrive. */
const timeoutsInVain = 10;

interface Loop {
  readonly first: EventOf<'snapshot.sent'>;
  readonly term: number | undefined;
  count: number;
  /** The follower has answered since the last one. */
  answered: boolean;
  matchIndex: number;
}

/**
 * A snapshot brings a follower forward (Raft §7).
 *
 * Evidence: within more than ten election timeouts one leader sends one follower ten snapshots,
 * hears from it after each, and its matchIndex for that follower does not move.
 *
 * Smallest counter-example: n1 sends n2 a snapshot; n2 answers; n1 sends the snapshot again; ten
 * times.
 */
export const snapshotLoop: Rule = {
  id: 'snapshot-loop',
  code: 'L14',
  title: 'A snapshot brings a follower forward',
  statement: 'A leader does not send one follower snapshot after snapshot to no effect.',
  why:
    'Snapshots fill network and disk, and the follower never gets what came after: ' +
    'the log behind the snapshot is compacted before it arrives, or its answer is not heard.',
  example: [
    'n1 sends n2 a snapshot of index 20, and n2 answers',
    'n1 sends it again',
    '... ten times, and matchIndex of n2 stays at 3',
  ],
  source: 'Raft §7',
  severity: 'warning',
  needs: [
    { event: 'snapshot.sent', fields: ['peer', 'term'] },
    { event: 'progress.updated', fields: ['peer', 'matchIndex'] },
    { event: 'message.received', fields: [] },
  ],
  create(context) {
    const loops = new Map<string, Map<string, Loop>>();
    let judged = false;
    return {
      forgetsBy: ['node.started'],
      on: {
        'snapshot.sent': (event) => {
          const { node, peer, term } = event;
          if (node === undefined || peer === undefined) return;
          judged = true;
          const peers = loops.get(node) ?? new Map<string, Loop>();
          loops.set(node, peers);
          const loop = peers.get(peer);
          if (loop === undefined || loop.term !== term) {
            peers.set(peer, { first: event, term, count: 1, answered: false, matchIndex: 0 });
            return;
          }
          if (loop.answered) loop.count += 1;
          loop.answered = false;
          const timeout = context.electionTimeoutMs();
          if (timeout === undefined || loop.count < snapshotsInVain) return;
          if (event.time - loop.first.time <= timeoutsInVain * timeout) return;
          peers.delete(peer);
          context.report({
            verdict: 'suspicious',
            term,
            nodes: [node, peer],
            message:
              `${node} has sent ${peer} ${loop.count} snapshots in term ${term ?? '?'}, and ` +
              `${peer} answers without getting any further`,
            evidence: [loop.first, event],
          });
        },
        'progress.updated': ({ node, peer, matchIndex }) => {
          if (loops.size === 0 || node === undefined || matchIndex === undefined) return;
          const peers = loops.get(node);
          const loop = peers?.get(peer);
          if (loop === undefined || matchIndex <= loop.matchIndex) return;
          peers?.delete(peer);
        },
        'message.received': ({ node, from }) => {
          if (loops.size === 0 || node === undefined) return;
          const loop = loops.get(node)?.get(from);
          if (loop !== undefined) loop.answered = true;
        },
        'node.started': ({ node }) => {
          if (node !== undefined) loops.delete(node);
        },
      },
      end: () => (judged ? enough : missing('snapshots that leaders send')),
    };
  },
};
