import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';
import { sameServers, votersText } from './quorum.ts';

/**
 * A server uses the last configuration in its log, committed or not; when that entry is deleted,
 * the one before it (Raft §6).
 *
 * Formally: the voters that `election.started` asks are those of the last configuration that the
 * server's own lines left in its log, old and new ones where it is joint.
 *
 * Smallest counter-example: n1 appends the configuration {n1 n2 n3 n4} and asks n2 and n3 for
 * votes.
 */
export const configInUse: Rule = {
  id: 'config-in-use',
  code: 'C5',
  title: 'The last configuration in the log is in use',
  statement:
    'A server uses the last configuration in its log, committed or not, ' +
    'and falls back to the one before when that entry is deleted.',
  why: 'Servers that count by different configurations can have majorities that do not meet.',
  example: ['n1 appends the configuration {n1 n2 n3 n4}', 'n1 asks n1, n2 and n3 for their votes'],
  source: 'Raft §6; thesis §4.1',
  severity: 'violation',
  needs: [
    { event: 'election.started', fields: ['seq', 'voters'] },
    { event: 'config.appended', fields: ['seq', 'index', 'voters'] },
    { event: 'node.started', fields: ['voters'] },
  ],
  restsOn: ['config.appended'],
  create(context) {
    const { cluster } = context;
    let judged = false;
    return {
      on: {
        'election.started': (event) => {
          const { node, voters } = event;
          if (node === undefined || voters === undefined) return;
          const server = cluster.servers.get(node);
          const last = server?.configurations.at(-1);
          if (server?.complete !== true || last === undefined) return;
          judged = true;
          // Nearly always the very list that it started with, in the same order.
          const inUse =
            last.votersOutgoing.length === 0
              ? last.voters
              : [...last.voters, ...last.votersOutgoing];
          if (voters === inUse || sameServers(voters, inUse)) return;
          context.report({
            verdict: 'violated',
            term: event.term,
            nodes: [node],
            message:
              `${node} asks {${voters.join(' ')}} for their votes, but the last configuration in ` +
              `its log, at index ${last.index}, is ${votersText(last)}`,
            evidence: [last.event, event],
          });
        },
      },
      end: () => (judged ? enough : missing('elections with the voters asked, and configurations')),
    };
  },
};
