import type { EventOf } from '@raftlens/trace';
import type { PlacedConfiguration } from '../cluster/configuration-log.ts';
import type { ServerView } from '../cluster/server-view.ts';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';
import { sameServers, votersText } from './quorum.ts';

/**
 * A server that knows a configuration to be committed does not campaign by an older one
 * (Raft §6; etcd #7280).
 *
 * An implementation may use a configuration from the moment that it is applied and not when it is
 * in the log; then it must not campaign between commit and apply. Formally: at `election.started`
 * the voters asked are those of the newest configuration in the log that the server knows to be
 * committed, or of one behind it.
 *
 * Smallest counter-example: n1 commits the configuration {n1 n2 n3 n4} and asks n1, n2 and n3 for
 * their votes.
 */
export const campaignUnappliedConfig: Rule = {
  id: 'campaign-unapplied-config',
  code: 'C9',
  title: 'No campaign by an outdated configuration',
  statement:
    'A server that knows a configuration to be committed asks its voters, or those of a later ' +
    'one, when it campaigns.',
  why:
    'The others elect and commit by the new configuration already, ' +
    'with majorities that need not meet the old one.',
  example: [
    'n1 has the configuration {n1 n2 n3 n4} at index 5 and commits index 5',
    'n1 asks n1, n2 and n3 for their votes',
  ],
  source: 'Raft §6; thesis §4.1',
  severity: 'violation',
  needs: [
    { event: 'election.started', fields: ['seq', 'voters'] },
    { event: 'config.appended', fields: ['seq', 'index', 'voters'] },
    { event: 'commit.advanced', fields: ['seq', 'to'] },
  ],
  restsOn: ['config.appended'],
  create(context) {
    const { cluster } = context;
    let judged = false;

    const campaign = (event: EventOf<'election.started'>): void => {
      const { node, voters } = event;
      if (node === undefined || voters === undefined) return;
      const server = cluster.servers.get(node);
      if (server?.complete !== true || server.configurations.length === 0) return;
      judged = true;
      // What is in force all along was never applied late.
      if (server.configurations.length === 1) return;
      const [committed, ...later] = committedAndLater(server);
      if (committed?.event.event !== 'config.appended' || server.commit === undefined) return;
      if ([committed, ...later].some((each) => sameServers(voters, everyVoter(each)))) return;
      context.report({
        verdict: 'violated',
        term: event.term,
        nodes: [node],
        message:
          `${node} asks {${voters.join(' ')}} for their votes, although it knows the ` +
          `configuration ${votersText(committed)} at index ${committed.index} to be committed`,
        evidence: [committed.event, server.commit, event],
      });
    };

    return {
      on: { 'election.started': campaign },
      end: () => (judged ? enough : missing('elections with the voters asked, and configurations')),
    };
  },
};

/** The newest configuration that the server knows to be committed, and what follows it. */
function committedAndLater({
  configurations,
  commitIndex,
}: ServerView): readonly PlacedConfiguration[] {
  const newest = configurations.findLastIndex(({ index }) => index <= commitIndex);
  return newest < 0 ? [] : configurations.slice(newest);
}

function everyVoter({ voters, votersOutgoing }: PlacedConfiguration): readonly string[] {
  return votersOutgoing.length === 0 ? voters : [...voters, ...votersOutgoing];
}
