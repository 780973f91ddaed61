import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

/**
 * What is committed stays (Raft §5.4.3): a server that deletes from index i on has never known i
 * committed, in this incarnation or an earlier one.
 *
 * Smallest counter-example: n1 moves commitIndex to 7; n1 deletes from index 6 on.
 */
export const truncatesCommitted: Rule = {
  id: 'truncates-committed',
  code: 'S11',
  title: 'Committed entries are never deleted',
  statement: 'A server deletes only entries beyond its commitIndex.',
  why: 'A committed entry may have been applied and acknowledged; deleting it loses data.',
  example: ['n1 moves commitIndex to 7', 'n1 deletes from index 6 on'],
  source: 'Raft §5.3, §5.4.3',
  severity: 'violation',
  needs: [{ event: 'log.truncated' }, { event: 'commit.advanced' }],
  create(context) {
    const highest = new Map<string, EventOf<'commit.advanced'>>();
    let judged = false;
    return {
      on: {
        'commit.advanced': (event) => {
          if (event.node === undefined) return;
          judged = true;
          const before = highest.get(event.node);
          if (before === undefined || event.to > before.to) highest.set(event.node, event);
        },
        'log.truncated': (event) => {
          const commit = highest.get(event.node ?? '');
          if (event.node === undefined || commit === undefined) return;
          if (event.fromIndex > commit.to) return;
          context.report({
            verdict: 'violated',
            term: event.term,
            nodes: [event.node],
            message: `${event.node} deleted entries from index ${event.fromIndex} on, after it had committed up to ${commit.to}`,
            evidence: [commit, event],
          });
        },
      },
      end: () => (judged ? enough : missing('moves of commitIndex and deletions from the log')),
    };
  },
};
