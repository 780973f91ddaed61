import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

/** So many elections of one server in a row. */
const electionsInARow = 30;

interface Row {
  readonly first: EventOf<'election.started'>;
  count: number;
}

/**
 * Terms grow with leaders, not by themselves (thesis §9.6).
 *
 * Evidence: one server starts thirty elections, pre-votes apart, and neither leads nor hears a
 * leader in between.
 *
 * Smallest counter-example: n3, cut off, asks for votes in the terms 2 to 31.
 */
export const termInflation: Rule = {
  id: 'term-inflation',
  code: 'L12',
  title: 'Terms do not grow by themselves',
  statement: 'A server that hears nobody does not raise its term again and again.',
  why:
    'When it comes back its term unseats the leader; ' +
    'a pre-vote keeps the term where it is until an election could be won.',
  example: ['n3, cut off, asks for votes in term 2', '... and in each term up to 31'],
  source: 'thesis §9.6',
  severity: 'note',
  needs: [
    { event: 'election.started', fields: ['term'] },
    { event: 'role.changed', fields: ['term'] },
  ],
  create(context) {
    const rows = new Map<string, Row>();
    let judged = false;
    const forget = ({ node }: { readonly node?: string | undefined }): void => {
      if (rows.size > 0 && node !== undefined) rows.delete(node);
    };
    return {
      forgetsBy: ['append.accepted', 'append.rejected', 'leader.recognized', 'node.started'],
      on: {
        'election.started': (event) => {
          const { node, term, preVote } = event;
          if (preVote === true || node === undefined || term === undefined) return;
          judged = true;
          const row = rows.get(node);
          if (row === undefined) {
            rows.set(node, { first: event, count: 1 });
            return;
          }
          row.count += 1;
          if (row.count < electionsInARow) return;
          rows.delete(node);
          context.report({
            verdict: 'suspicious',
            term,
            nodes: [node],
            message:
              `${node} has raised its term from ${row.first.term} to ${term} in ` +
              `${electionsInARow} elections in a row, and neither led nor heard a leader`,
            evidence: [row.first, event],
          });
        },
        'leader.recognized': forget,
        'append.accepted': forget,
        'append.rejected': forget,
        'node.started': forget,
      },
      onLeadership: forget,
      end: () => (judged ? enough : missing('elections with their terms')),
    };
  },
};
