import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

/**
 * Commit by counting only in one's own term (Raft §5.4.2, Figure 8): a leader of term t that moves
 * commitIndex to c has log[c].term = t.
 *
 * Smallest counter-example: n1 leads term 4 and moves commitIndex to 2, an entry of term 2.
 */
export const figure8: Rule = {
  id: 'figure-8',
  code: 'S10',
  title: 'Older entries are committed only along with one of the current term',
  statement:
    'A leader moves commitIndex by counting copies only to an entry of its own term; ' +
    'older entries are committed indirectly.',
  why:
    'An entry of an older term on a majority can still be overwritten ' +
    'by a later leader (Figure 8).',
  example: ['n1 becomes leader in term 4', 'n1 moves commitIndex to 2, whose entry has term 2'],
  source: 'Raft §5.4.2, Figure 8',
  severity: 'violation',
  needs: [{ event: 'commit.advanced', fields: ['term', 'role', 'entryTerm'] }],
  create(context) {
    let judged = false;
    return {
      on: {
        'commit.advanced': (event) => {
          const { entryTerm, term, role, node } = event;
          if (role !== 'leader' || entryTerm === undefined || term === undefined) return;
          judged = true;
          if (entryTerm >= term) return;
          const began = context.cluster.servers.get(node ?? '')?.leading?.began;
          context.report({
            verdict: 'violated',
            term,
            nodes: node === undefined ? [] : [node],
            message:
              `${node ?? 'a server'}, leader of term ${term}, committed index ${event.to} ` +
              `by counting although its entry is of term ${entryTerm}`,
            evidence: began === undefined ? [event] : [began, event],
          });
        },
      },
      end: () =>
        judged ? enough : missing("moves of a leader's commitIndex with the entry's term"),
    };
  },
};
