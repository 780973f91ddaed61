import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

/**
 * At most one change of the membership is under way (thesis §4.1): a leader adds a configuration to
 * its log only once the one before it is committed.
 *
 * Formally: at `config.appended(i)` of a leader whose log has its last configuration at j < i,
 * commitIndex ≥ j.
 *
 * Smallest counter-example: n1, leader, has committed index 3; it adds a configuration at 4, and
 * another one at 5.
 */
export const oneChangeAtATime: Rule = {
  id: 'one-change-at-a-time',
  code: 'C1',
  title: 'One membership change at a time',
  statement:
    'A leader adds a configuration to its log only once the configuration before it is committed.',
  why:
    'Two changes under way can leave majorities that do not meet, ' +
    'and so two leaders, or entries that get lost.',
  example: [
    'n1, leader, has committed index 3',
    'n1 adds a configuration at index 4',
    'n1 adds a configuration at index 5, with index 4 uncommitted',
  ],
  source: 'thesis §4.1; Raft §6',
  severity: 'violation',
  needs: [
    { event: 'config.appended', fields: ['seq', 'role', 'index', 'voters'] },
    { event: 'commit.advanced', fields: ['seq', 'to'] },
  ],
  restsOn: ['commit.advanced'],
  create(context) {
    const { cluster } = context;
    let judged = false;
    return {
      on: {
        'config.appended': (event) => {
          const { node, role, index, term } = event;
          if (node === undefined || role !== 'leader' || index === undefined) return;
          const server = cluster.servers.get(node);
          if (server?.complete !== true) return;
          judged = true;
          const before = server.configurations.at(-2);
          // What the log held at the start may be committed without a line that says so.
          if (before?.event.event !== 'config.appended') return;
          if (before.index <= server.commitIndex || before.event.inc !== event.inc) return;
          context.report({
            verdict: 'violated',
            term,
            nodes: [node],
            message:
              `${node} adds a configuration at index ${index} while the one at ` +
              `${before.index} is not committed: its commitIndex is ${server.commitIndex}`,
            evidence: [
              before.event,
              ...(server.commit === undefined ? [] : [server.commit]),
              event,
            ].sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0)),
          });
        },
      },
      end: () => (judged ? enough : missing('configurations that a leader adds, with seq')),
    };
  },
};
