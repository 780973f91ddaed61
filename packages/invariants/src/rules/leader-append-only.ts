import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

/**
 * Leader append-only (Raft §5.3, Figure 3): a leader never overwrites or deletes entries of its
 * log.
 *
 * Smallest counter-example: n1 becomes leader in term 2; n1, still leader, deletes from index 3 on.
 */
export const leaderAppendOnly: Rule = {
  id: 'leader-append-only',
  code: 'S6',
  title: 'A leader only appends',
  statement:
    'A leader never overwrites or deletes entries in its own log; it only appends new ones.',
  why: "Followers copy the leader's log; if it changes under them, copies of one term differ.",
  example: ['n1 becomes leader in term 2', 'n1, still leader, deletes from index 3 on'],
  source: 'Raft §5.3, Figure 3',
  severity: 'violation',
  needs: [
    { event: 'log.truncated', fields: ['role'] },
    { event: 'log.appended', fields: ['role'] },
  ],
  create(context) {
    let judged = false;
    return {
      on: {
        'log.appended': (event) => {
          judged ||= event.role !== undefined;
        },
        'log.truncated': (event) => {
          if (event.role === undefined || event.node === undefined) return;
          judged = true;
          const leading = context.cluster.servers.get(event.node)?.leading;
          if (event.role !== 'leader' || leading === undefined) return;
          context.report({
            verdict: 'violated',
            term: event.term,
            nodes: [event.node],
            message:
              `${event.node} deleted entries from index ${event.fromIndex} on ` +
              `while it led term ${leading.term ?? '?'}`,
            evidence: [leading.began, event],
          });
        },
      },
      end: () => (judged ? enough : missing('changes of the logs, with the role of the server')),
    };
  },
};
