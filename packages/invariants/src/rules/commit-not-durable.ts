import { enough, missing } from '../enough.ts';
import { durableStatesOf } from '../follow/durable-state.ts';
import type { Rule } from '../rule.ts';

/**
 * A leader counts itself like any other (thesis §10.2.1): it may send entries before they are on
 * its own storage, but holds an entry, and says so by naming itself, only once it is durable.
 *
 * Smallest counter-example: n1, leader, saves its log through 4; n1 commits 5, held by n1 and n2.
 */
export const commitNotDurable: Rule = {
  id: 'commit-not-durable',
  code: 'S12',
  title: 'A leader counts itself only for what is on its storage',
  statement:
    'A leader that counts itself among the holders of an entry has that entry on its own storage.',
  why:
    'A leader that crashes loses what is not on its storage; if it was counted, ' +
    'a committed entry may be left on a minority.',
  example: ['n1, leader, saves its log through 4', 'n1 commits 5, held by n1 and n2'],
  source: 'thesis §10.2.1, Raft §5.3',
  severity: 'violation',
  needs: [
    { event: 'commit.advanced', fields: ['role', 'acks'] },
    { event: 'state.persisted', fields: ['lastLogIndex'] },
  ],
  restsOn: ['state.persisted'],
  create(context) {
    const durable = durableStatesOf(context.cluster);
    const { servers } = context.cluster;
    let judged = false;
    return {
      on: {
        'node.started': durable.note,
        'state.persisted': durable.note,
        'log.truncated': durable.note,
        'commit.advanced': (event) => {
          const { node, acks, role, to } = event;
          if (role !== 'leader' || node === undefined || acks === undefined) return;
          const { lastLogIndex, event: proof } = durable.of(node);
          if (!durable.indexesTold || lastLogIndex === undefined) return;
          judged = true;
          if (lastLogIndex >= to || proof === undefined || !acks.includes(node)) return;
          if (servers.get(node)?.complete !== true) return;
          context.report({
            verdict: 'violated',
            term: event.term,
            nodes: [node],
            message:
              `${node} counted itself as a holder of index ${to}, ` +
              `and had its log on its storage only through ${lastLogIndex}`,
            evidence: [proof, event],
          });
        },
      },
      end: () =>
        judged ? enough : missing('commits with their holders, and what became durable when'),
    };
  },
};
