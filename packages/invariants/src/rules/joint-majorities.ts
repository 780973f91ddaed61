import type { EventOf } from '@raftlens/trace';
import type { PlacedConfiguration } from '../cluster/configuration-log.ts';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';
import { createGrants } from './grants.ts';
import { countOf, isQuorum, majorityOf } from './quorum.ts';

/**
 * While the configuration is joint, elections and commits need a majority of the old and a majority
 * of the new voters (Raft §6).
 *
 * Formally: where the last configuration in a server's log has voters C_old and C_new, the servers
 * named by its `commit.advanced` as leader, and those whose votes it counted when it became leader,
 * hold a majority of each.
 *
 * Smallest counter-example: n1's log has C_old = {n1 n2 n3} and C_new = {n1 n4 n5}; n1 commits
 * index 7, held by n1, n4 and n5.
 */
export const jointMajorities: Rule = {
  id: 'joint-majorities',
  code: 'C3',
  title: 'A joint configuration needs two majorities',
  statement:
    'While a configuration is joint, an election or a commit needs ' +
    'a majority of the old voters and a majority of the new ones.',
  why: 'Else the old and the new servers can each decide alone, and differ.',
  example: [
    'n1 has C_old = {n1 n2 n3} and C_new = {n1 n4 n5} in its log',
    'n1 commits index 7, held by n1, n4 and n5: one of the old voters',
  ],
  source: 'Raft §6',
  severity: 'violation',
  needs: [
    { event: 'config.appended', fields: ['seq', 'index', 'votersOutgoing'] },
    { event: 'commit.advanced', fields: ['role', 'acks'] },
    { event: 'vote.received', fields: ['seq', 'term', 'rpcTerm'] },
  ],
  create(context) {
    const { cluster } = context;
    const grants = createGrants(cluster);
    let judged = false;
    /** Most clusters never see one. */
    let joint = false;

    const jointOf = (node: string): PlacedConfiguration | undefined => {
      const server = cluster.servers.get(node);
      const last = server?.configurations.at(-1);
      if (server?.complete !== true || last === undefined) return undefined;
      return last.votersOutgoing.length > 0 ? last : undefined;
    };

    const commit = (event: EventOf<'commit.advanced'>): void => {
      const { node, role, acks, term, to } = event;
      if (!joint || role !== 'leader' || node === undefined || acks === undefined) return;
      const configuration = jointOf(node);
      if (configuration === undefined) return;
      judged = true;
      if (isQuorum(configuration, acks)) return;
      context.report({
        verdict: 'violated',
        term,
        nodes: [node],
        message: `${node} committed index ${to}, held by ${shares(configuration, acks)}`,
        evidence: [configuration.event, event],
      });
    };

    return {
      on: {
        'config.appended': ({ votersOutgoing }) => {
          if (votersOutgoing !== undefined && votersOutgoing.length > 0) joint = true;
        },
        'node.started': ({ votersOutgoing }) => {
          if (votersOutgoing !== undefined && votersOutgoing.length > 0) joint = true;
        },
        'snapshot.installed': ({ votersOutgoing }) => {
          if (votersOutgoing !== undefined && votersOutgoing.length > 0) joint = true;
        },
        'vote.received': (vote) => {
          if (joint) grants.note(vote);
        },
        'commit.advanced': commit,
      },
      onLeadership({ node, term, began }) {
        if (!joint || term === undefined) return;
        const configuration = jointOf(node);
        const votes = grants.of(node, term);
        if (configuration === undefined || votes === undefined) return;
        judged = true;
        if (isQuorum(configuration, votes.ids)) return;
        const last = votes.last === undefined ? [] : [votes.last];
        context.report({
          verdict: 'violated',
          term,
          nodes: [node],
          message: `${node} leads term ${term}, elected by ${shares(configuration, votes.ids)}`,
          evidence: [configuration.event, ...last, began],
        });
      },
      end: () => (judged ? enough : missing('elections or commits under a joint configuration')),
    };
  },
};

/** `1 of the 3 old voters and 3 of the 3 new ones; 2 and 2 are needed`. */
function shares({ voters, votersOutgoing }: PlacedConfiguration, ids: readonly string[]): string {
  return (
    `${countOf(votersOutgoing, ids)} of the ${votersOutgoing.length} old voters and ` +
    `${countOf(voters, ids)} of the ${voters.length} new ones; ` +
    `${majorityOf(votersOutgoing)} and ${majorityOf(voters)} are needed`
  );
}
