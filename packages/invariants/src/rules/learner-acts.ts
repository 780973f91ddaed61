import type { EventOf } from '@raftlens/trace';
import type { PlacedConfiguration } from '../cluster/configuration-log.ts';
import type { ServerView } from '../cluster/server-view.ts';
import { enough, missing } from '../enough.ts';
import type { Report } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { createGrants } from './grants.ts';
import { countOf, isQuorum, majorityOf, votersText, votesIn } from './quorum.ts';

/**
 * Learners and servers outside the configuration neither campaign nor count (thesis §4.2.1).
 *
 * Formally, for a server whose last configuration is not joint: at `election.started` it is one of
 * the voters, or one of those before a configuration that it does not know to be committed (thesis
 * §4.2.2); and the votes that made it leader, and the servers that hold what it commits, are a
 * majority without those that do not vote.
 *
 * Smallest counter-example: n4, a learner of {n1 n2 n3}, asks for votes.
 */
export const learnerActs: Rule = {
  id: 'learner-acts',
  code: 'C7',
  title: 'Who does not vote neither campaigns nor counts',
  statement:
    'A learner, or a server outside the configuration, does not ask for votes, ' +
    'and is not counted for elections and commits.',
  why:
    'A server that catches up would raise terms, or make a majority ' +
    'of entries that it does not hold for good.',
  example: ['n4 starts as learner of {n1 n2 n3}', 'n4 asks for votes in term 2'],
  source: 'thesis §4.2.1, §4.2.2',
  severity: 'violation',
  needs: [
    { event: 'election.started', fields: ['seq', 'term'] },
    { event: 'node.started', fields: ['voters'] },
    { event: 'config.appended', fields: ['seq', 'index', 'voters'] },
    { event: 'commit.advanced', fields: ['role', 'acks'] },
  ],
  restsOn: ['config.appended'],
  create(context) {
    const { cluster } = context;
    const grants = createGrants(cluster);
    let judged = false;
    let outsiders = false;

    const notice = ({ learners }: EventOf<'config.appended' | 'node.started'>): void => {
      if (learners !== undefined && learners.length > 0) outsiders = true;
    };

    return {
      on: {
        'node.started': notice,
        'config.appended': (event) => {
          outsiders = true;
          notice(event);
        },
        'vote.received': (vote) => {
          if (outsiders) grants.note(vote);
        },
        'election.started': (event) => {
          const server = serverOf(event.node);
          const last = server?.configurations.at(-1);
          if (server === undefined || last === undefined) return;
          judged = true;
          if (mayCampaign(server)) return;
          context.report({
            verdict: 'violated',
            term: event.term,
            nodes: [server.id],
            message: `${server.id} asks for votes and is no voter of ${votersText(last)}`,
            evidence: [last.event, event],
          });
        },
        'commit.advanced': (event) => {
          const { role, acks, term, to } = event;
          if (!outsiders || role !== 'leader' || acks === undefined) return;
          const server = serverOf(event.node);
          const last = server?.configurations.at(-1);
          if (server === undefined || last === undefined) return;
          judged = true;
          const report = counted(server.id, last, acks);
          if (report === undefined) return;
          const message = `${server.id} committed index ${to}, held by ${report}`;
          context.report({ ...findingOf(server.id, term, message), evidence: [last.event, event] });
        },
      },
      onLeadership({ node, term, began }) {
        const server = serverOf(node);
        const last = server?.configurations.at(-1);
        if (!outsiders || term === undefined || last === undefined) return;
        const votes = grants.of(node, term);
        if (votes === undefined) return;
        judged = true;
        const report = counted(node, last, votes.ids);
        if (report === undefined) return;
        const message = `${node} leads term ${term}, elected by ${report}`;
        const evidence = [last.event, ...(votes.last === undefined ? [] : [votes.last]), began];
        context.report({ ...findingOf(node, term, message), evidence });
      },
      end: () => (judged ? enough : missing('elections of servers whose configuration is known')),
    };

    function serverOf(node: string | undefined): ServerView | undefined {
      const server = node === undefined ? undefined : cluster.servers.get(node);
      return server?.complete === true ? server : undefined;
    }
  },
};

function findingOf(
  node: string,
  term: number | undefined,
  message: string,
): Pick<Report, 'verdict' | 'term' | 'nodes' | 'message'> {
  return { verdict: 'violated', term, nodes: [node], message };
}

/** A voter; or one that a configuration which may still be undone removes (thesis §4.2.2). */
function mayCampaign({ configurations, commitIndex, id }: ServerView): boolean {
  for (let place = configurations.length - 1; place >= 0; place -= 1) {
    const configuration = configurations[place];
    if (configuration === undefined || votesIn(configuration, id)) return true;
    if (configuration.index <= commitIndex) return false;
  }
  // What held before the first one that is known may have had its vote.
  return true;
}

/** Says so when a majority needs those that do not vote, the leader itself apart. */
function counted(
  node: string,
  last: PlacedConfiguration,
  ids: readonly string[],
): string | undefined {
  const { voters, votersOutgoing } = last;
  if (votersOutgoing.length > 0 || isQuorum(last, ids)) return undefined;
  const others = ids.filter((id) => id !== node && !voters.includes(id));
  if (others.length === 0) return undefined;
  return (
    `${countOf(voters, ids)} of the ${voters.length} voters, and by ${others.join(', ')}, who ` +
    `${others.length === 1 ? 'does' : 'do'} not vote; ${majorityOf(voters)} are needed`
  );
}
