import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

/** So many leaders in a row unseated by one server that never leads. */
const leadersUnseated = 5;
/** Elections of the latest terms that are remembered: those behind them no leader follows. */
const termsKept = 32;

/**
 * A server that cannot win does not unseat leader after leader (thesis §4.2.3, §9.6).
 *
 * Evidence: five times a leader stepped down in a term in which one and the same server was the
 * only candidate, and that server has led nothing in between.
 *
 * Smallest counter-example: n4 asks for votes in term 3, and n1, leader, steps down in term 3; five
 * times so, and n4 never leads.
 */
export const disruptiveServer: Rule = {
  id: 'disruptive-server',
  code: 'L7',
  title: 'A server that cannot win disturbs nobody',
  statement: 'No server unseats leaders again and again with elections that it does not win.',
  why:
    'Each of its elections costs the cluster a leader; pre-vote, or servers that are deaf ' +
    'while they hear a leader, prevent it.',
  example: [
    'n4 asks for votes in term 3',
    'n1, leader of term 2, steps down in term 3; n2 is elected',
    '... five times so, and n4 never leads',
  ],
  source: 'thesis §4.2.3, §9.6',
  severity: 'note',
  needs: [
    { event: 'election.started', fields: ['term'] },
    { event: 'role.changed', fields: ['term', 'from'] },
  ],
  create(context) {
    /** The candidate of each term; undefined where there were several. */
    const candidates = new Map<number, EventOf<'election.started'> | undefined>();
    const unseated = new Map<string, { first: EventOf<'election.started'>; count: number }>();
    let judged = false;
    return {
      on: {
        'election.started': (event) => {
          const { node, term, preVote } = event;
          if (preVote === true || node === undefined || term === undefined) return;
          judged = true;
          candidates.set(term, candidates.has(term) ? undefined : event);
          if (candidates.size > termsKept) {
            const [oldest] = candidates.keys();
            if (oldest !== undefined) candidates.delete(oldest);
          }
        },
        'role.changed': (event) => {
          if (event.from !== 'leader' || event.term === undefined) return;
          const election = candidates.get(event.term);
          if (election?.node === undefined || election.node === event.node) return;
          const { node } = election;
          const before = unseated.get(node);
          const count = (before?.count ?? 0) + 1;
          unseated.set(node, { first: before?.first ?? election, count });
          if (count < leadersUnseated) return;
          unseated.delete(node);
          context.report({
            verdict: 'suspicious',
            term: event.term,
            nodes: [node],
            message:
              `${node} has unseated ${count} leaders in a row, ` +
              'in elections that it did not win',
            evidence: [before?.first ?? election, election, event],
          });
        },
      },
      onLeadership({ node }) {
        unseated.delete(node);
      },
      end: () => (judged ? enough : missing('elections with their terms')),
    };
  },
};
