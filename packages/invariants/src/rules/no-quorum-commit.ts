import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

/**
 * A majority commits (Raft §5.3): a leader that moves commitIndex to c names a majority of voters
 * that hold c.
 *
 * Smallest counter-example: of five servers n1, leader, commits index 3 held by n1 and n2.
 */
export const noQuorumCommit: Rule = {
  id: 'no-quorum-commit',
  code: 'S9',
  title: 'A majority holds what is committed',
  statement: 'A leader commits an entry only once a majority of the voters holds it durably.',
  why:
    'An entry on a minority can be missing from the next leader, ' +
    'although a client was told that it is safe.',
  example: ['n1 of five servers becomes leader', 'n1 commits index 3, held by n1 and n2'],
  source: 'Raft §5.3, Figure 2 (Leaders)',
  severity: 'violation',
  needs: [{ event: 'commit.advanced', fields: ['role', 'acks'] }],
  restsOn: ['config.appended', 'node.started'],
  create(context) {
    const { cluster } = context;
    let judged = false;
    let changing = false;
    let gaps = false;
    return {
      on: {
        'config.appended': () => {
          changing = true;
        },
        'commit.advanced': (event) => {
          const { acks, node, role } = event;
          if (role !== 'leader' || acks === undefined || node === undefined) return;
          if (changing) return;
          // The missing line may have told who votes: a cluster can begin with one server.
          const server = cluster.servers.get(node);
          if (event.seq !== undefined && server?.complete !== true) {
            gaps = true;
            return;
          }
          // Who holds it and was never seen before may be a voter just as well.
          if (!cluster.votersDeclared && acks.some((id) => !cluster.servers.has(id))) return;
          judged = true;
          const voters = cluster.voters();
          const holders = voters.filter((id) => acks.includes(id));
          if (voters.length === 0 || holders.length >= cluster.majority()) return;
          const began = server?.leading?.began;
          context.report({
            verdict: 'violated',
            term: event.term,
            nodes: [node],
            message:
              `${node} committed index ${event.to}, held by ${holders.length} of ` +
              `${voters.length} voters; ${cluster.majority()} are needed`,
            evidence: began === undefined ? [event] : [began, event],
          });
        },
      },
      end() {
        if (changing) return missing('commits while the membership changes are not judged');
        if (judged) return enough;
        return missing(gaps ? 'all lines of a leader' : 'commits with the servers that hold them');
      },
    };
  },
};
