import type { PlacedConfiguration } from '../cluster/configuration-log.ts';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';
import { sameServers } from './quorum.ts';

/**
 * A leader changes the voters only after it has committed an entry of its own term (the thesis'
 * erratum to §4.1).
 *
 * Formally: at `config.appended` of a leader of term t with other voters than before, the last
 * `commit.advanced` of this leadership has `entryTerm` t. To leave a joint configuration that is
 * committed needs no such wait (Raft §6); nor does the only voter of a cluster.
 *
 * Smallest counter-example: n1 becomes leader of term 3 and adds n4 at once.
 */
export const changeBeforeOwnCommit: Rule = {
  id: 'change-before-own-commit',
  code: 'C2',
  title: 'First commit, then change the membership',
  statement:
    'A leader changes the voters only after it has committed an entry of its current term.',
  why:
    "Two leaders can each take the other's uncommitted change for gone " +
    'and commit with majorities that do not meet.',
  example: [
    'n1 becomes leader of term 3',
    'n1 adds n4 to the voters before anything of term 3 is committed',
  ],
  source: 'thesis §4.1 (erratum)',
  severity: 'violation',
  needs: [
    { event: 'config.appended', fields: ['seq', 'role', 'term', 'voters'] },
    { event: 'commit.advanced', fields: ['seq', 'entryTerm'] },
    { event: 'role.changed', fields: ['seq', 'term'] },
  ],
  restsOn: ['commit.advanced'],
  create(context) {
    const { cluster } = context;
    let judged = false;
    return {
      on: {
        'config.appended': (event) => {
          const { node, role, term } = event;
          if (node === undefined || role !== 'leader' || term === undefined) return;
          const server = cluster.servers.get(node);
          if (server?.complete !== true || server.leading?.term !== term) return;
          const [before, now] = server.configurations.slice(-2);
          if (before === undefined || now === undefined || !changesVoters(before, now)) return;
          const { commit, leading } = server;
          if (commit !== undefined && commit.entryTerm === undefined) return;
          judged = true;
          if (commit?.entryTerm === term) return;
          context.report({
            verdict: 'violated',
            term,
            nodes: [node],
            message:
              `${node} changes the voters in term ${term} before it has committed an entry of ` +
              `that term; ${committed(commit?.to, commit?.entryTerm)}`,
            evidence: [...(commit === undefined ? [] : [commit]), leading.began, event].sort(
              (a, b) => (a.seq ?? 0) - (b.seq ?? 0),
            ),
          });
        },
      },
      end: () => (judged ? enough : missing('changes of voters, with seq and commits with terms')),
    };
  },
};

function changesVoters(before: PlacedConfiguration, now: PlacedConfiguration): boolean {
  if (before.votersOutgoing.length > 0 || before.voters.length < 2) return false;
  return !sameServers(before.voters, now.voters) || now.votersOutgoing.length > 0;
}

function committed(index: number | undefined, term: number | undefined): string {
  if (index === undefined) return 'it has told no commit at all';
  return `its last commit is index ${index}, of term ${term}`;
}
