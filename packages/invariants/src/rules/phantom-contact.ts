import type { EventOf, MessageKind } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

type Received = EventOf<'message.received'>;

/** Replies whose term is always that of their sender (a pre-vote's need not be, thesis §9.6). */
const replies: ReadonlySet<MessageKind> = new Set<MessageKind>([
  'AppendEntriesResponse',
  'InstallSnapshotResponse',
  'RequestVoteResponse',
]);

/**
 * A reply of a newer term ends a leadership (Raft §5.1): it is no sign that the peer still follows.
 *
 * Formally: a server that received a reply of a term above its own is not leader in the same term
 * when it receives the next such reply.
 *
 * Smallest counter-example: n1, leader of term 2, receives AppendEntriesResponse of term 3 from n2,
 * and again, and is still leader of term 2.
 */
export const phantomContact: Rule = {
  id: 'phantom-contact',
  code: 'L13',
  title: 'A reply of a newer term ends a leadership',
  statement: 'A leader that keeps receiving replies of a newer term is no leader any more.',
  why:
    'It takes the answers of servers that have moved on for followers, ' +
    'so that even a check of its quorum keeps it in place.',
  example: [
    'n1, leader of term 2, receives AppendEntriesResponse of term 3',
    'n1, still leader of term 2, receives the next one',
  ],
  source: 'Raft §5.1; thesis §6.2',
  severity: 'violation',
  needs: [{ event: 'message.received', fields: ['role', 'term', 'rpcTerm'] }],
  create(context) {
    const phantoms = new Map<string, Received>();
    let judged = false;
    return {
      idle: { 'message.received': 'telling' },
      on: {
        'message.received': (event) => {
          const { rpcTerm, term, role, node } = event;
          if (role !== 'leader' || rpcTerm === undefined || term === undefined) return;
          judged = true;
          if (rpcTerm <= term || node === undefined || !replies.has(event.kind)) return;
          const before = phantoms.get(node);
          phantoms.set(node, event);
          if (before?.term !== term || before.inc !== event.inc) return;
          // A line may tell what was read while another thread steps down.
          if (event.time <= before.time) return;
          context.report({
            verdict: 'violated',
            term,
            nodes: [node],
            message:
              `${node} is still leader of term ${term} although ${before.from} answered it in ` +
              `term ${before.rpcTerm}; the next answer, of ${event.from}, is of term ${rpcTerm}`,
            evidence: [before, event],
          });
        },
      },
      end: () => (judged ? enough : missing('messages that leaders receive, with both terms')),
    };
  },
};
