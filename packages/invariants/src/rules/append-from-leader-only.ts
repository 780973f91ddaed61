import type { EventOf, Role } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

/**
 * Only leaders replicate (Raft §5.2): AppendEntries and InstallSnapshot leave a server only while
 * it is leader.
 *
 * Smallest counter-example: n1 goes from leader to follower; n1 sends AppendEntries.
 */
export const appendFromLeaderOnly: Rule = {
  id: 'append-from-leader-only',
  code: 'R4',
  title: 'AppendEntries comes only from a leader',
  statement: 'A server sends AppendEntries and InstallSnapshot only while it is leader.',
  why:
    'Receivers take the sender of AppendEntries for the leader of its term; ' +
    'a follower that goes on sending splits the term.',
  example: ['n1 goes from leader to follower', 'n1 sends AppendEntries'],
  source: 'Raft §5.2, Figure 2 (Leaders)',
  severity: 'violation',
  needs: [{ event: 'message.sent', fields: ['role'] }],
  create(context) {
    let judged = false;
    return {
      idle: { 'message.sent': 'telling' },
      kinds: { 'message.sent': ['AppendEntries', 'InstallSnapshot'] },
      on: {
        'message.sent': (event) => {
          if (event.kind !== 'AppendEntries' && event.kind !== 'InstallSnapshot') return;
          const { node, role } = event;
          if (node === undefined || role === undefined) return;
          judged = true;
          if (role === 'leader' || isLeftOver(event, node)) return;
          const roleEvent = context.cluster.servers.get(node)?.roleEvent;
          if (roleEvent === undefined) return;
          context.report({
            verdict: 'violated',
            term: event.rpcTerm ?? event.term,
            nodes: [node],
            message: message(node, role, event),
            evidence: [roleEvent, event],
          });
        },
      },
      end: () => (judged ? enough : missing('messages sent, with the role of the sender')),
    };

    /** Made while the sender led an older term, and sent after it had moved on: true when made. */
    function isLeftOver({ rpcTerm, term }: EventOf<'message.sent'>, node: string): boolean {
      if (rpcTerm === undefined || term === undefined || rpcTerm >= term) return false;
      return context.cluster.leaderships.some(
        (each) => each.node === node && each.term === rpcTerm,
      );
    }
  },
};

function message(node: string, role: Role, { kind, to, term }: EventOf<'message.sent'>): string {
  return `${node} sent ${kind} to ${to} as ${role} in term ${term ?? '?'}; only a leader may`;
}
