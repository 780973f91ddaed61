import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

/**
 * commitIndex never falls within an incarnation (Raft §5.3, Figure 2). It may begin again at 0
 * after a restart, for it is volatile.
 *
 * Smallest counter-example: n1 moves commitIndex from 3 to 7; n1 moves commitIndex from 7 to 5.
 */
export const commitMonotonic: Rule = {
  id: 'commit-monotonic',
  code: 'M2',
  title: 'commitIndex never falls',
  statement: "A server's commitIndex only grows while it runs.",
  why: 'What is committed was told to clients; a commitIndex that falls takes it back.',
  example: ['n1 moves commitIndex to 7', 'n1 moves commitIndex to 5'],
  source: 'Raft §5.3, Figure 2 (commitIndex)',
  severity: 'violation',
  needs: [{ event: 'commit.advanced' }],
  create(context) {
    const last = new Map<string, EventOf<'commit.advanced'>>();
    let judged = false;
    const forget = ({ node }: { readonly node?: string | undefined }): void => {
      if (node !== undefined) last.delete(node);
    };
    return {
      forgetsBy: ['node.started'],
      on: {
        'node.started': forget,
        'commit.advanced': (event) => {
          if (event.node === undefined) return;
          judged = true;
          const before = last.get(event.node);
          if (before === undefined || event.to >= before.to || event.inc !== before.inc) {
            last.set(event.node, event);
            return;
          }
          context.report({
            verdict: 'violated',
            term: event.term,
            nodes: [event.node],
            message: `${event.node} moved commitIndex back from ${before.to} to ${event.to}`,
            evidence: [before, event],
          });
        },
      },
      end: () => (judged ? enough : missing('moves of commitIndex')),
    };
  },
};
