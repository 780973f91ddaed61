import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

/**
 * Only the edges of Figure 4 (Raft §5.1): follower → candidate → leader, and back to follower from
 * either; pre-candidate stands between follower and candidate (thesis §9.6).
 *
 * Smallest counter-example: n1 becomes leader in term 3; n1 goes from leader to candidate.
 */
export const legalRoleEdges: Rule = {
  id: 'legal-role-edges',
  code: 'M6',
  title: 'Roles change only along Figure 4',
  statement:
    'A follower becomes leader only by way of candidate, ' +
    'and a leader leaves its role only to become follower.',
  why: 'A short cut means that a check of role or term was left out after the server had moved on.',
  example: ['n1 becomes leader in term 3', 'n1 goes from leader to candidate'],
  source: 'Raft §5.1, Figure 4',
  severity: 'violation',
  needs: [{ event: 'role.changed', fields: ['from'] }],
  create(context) {
    const last = new Map<string, EventOf<'role.changed' | 'node.started'>>();
    let judged = false;
    return {
      on: {
        'node.started': (event) => {
          if (event.node !== undefined) last.set(event.node, event);
        },
        'role.changed': (event) => {
          const { node, from, to } = event;
          if (node === undefined) return;
          const before = last.get(node);
          last.set(node, event);
          if (from === undefined) return;
          judged = true;
          const shortCut =
            from === 'follower' && to === 'leader' && context.cluster.voters().length > 1;
          const wrongWay = from === 'leader' && (to === 'candidate' || to === 'pre-candidate');
          if (!shortCut && !wrongWay) return;
          context.report({
            verdict: 'violated',
            term: event.term,
            nodes: [node],
            message: `${node} went from ${from} straight to ${to}`,
            evidence: before === undefined ? [event] : [before, event],
          });
        },
      },
      end: () => (judged ? enough : missing('changes of role with the role before')),
    };
  },
};
