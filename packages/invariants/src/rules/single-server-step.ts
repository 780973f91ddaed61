import type { PlacedConfiguration } from '../cluster/configuration-log.ts';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';
import { sameServers, votersText } from './quorum.ts';

/**
 * Without a joint configuration the voters change by one server at a time (thesis §4.1); a joint
 * one leads from the voters of the configuration before it to those of the one after it (Raft §6).
 *
 * Formally: of two configurations that follow each other in one log, C and D: if neither is joint,
 * they differ in at most one voter; if D is joint and C is not, D's old voters are C's; if C is
 * joint and D is not, D's voters are C's new ones or C's old ones.
 *
 * Smallest counter-example: n1's log has {n1 n2 n3}, and next {n1 n4 n5}.
 */
export const singleServerStep: Rule = {
  id: 'single-server-step',
  code: 'C4',
  title: 'One voter at a time, or a joint configuration',
  statement:
    'Two configurations that follow each other in a log differ by at most one voter, ' +
    'unless a joint configuration leads from one to the other.',
  why: 'A larger step leaves two majorities that share no server, and both can elect a leader.',
  example: ['n1 has the voters {n1 n2 n3} in its log', 'n1 adds the voters {n1 n4 n5}'],
  source: 'thesis §4.1; Raft §6',
  severity: 'violation',
  needs: [{ event: 'config.appended', fields: ['seq', 'index', 'voters', 'votersOutgoing'] }],
  restsOn: ['config.appended', 'snapshot.installed'],
  create(context) {
    const { cluster } = context;
    let judged = false;
    return {
      on: {
        'config.appended': (event) => {
          const { node, term } = event;
          const server = node === undefined ? undefined : cluster.servers.get(node);
          if (node === undefined || server?.complete !== true) return;
          const [before, now] = server.configurations.slice(-2);
          if (before === undefined || now === undefined || now.event !== event) return;
          judged = true;
          if (follows(before, now)) return;
          context.report({
            verdict: 'violated',
            term,
            nodes: [node],
            message:
              `${node}'s log goes from the voters ${votersText(before)} to ` +
              `${votersText(now)} at index ${now.index} in one step`,
            evidence: [before.event, event],
          });
        },
      },
      end: () => (judged ? enough : missing('configurations that follow each other, with seq')),
    };
  },
};

function follows(before: PlacedConfiguration, now: PlacedConfiguration): boolean {
  const [wasJoint, isJoint] = [before.votersOutgoing.length > 0, now.votersOutgoing.length > 0];
  if (wasJoint && isJoint) {
    return (
      sameServers(before.voters, now.voters) &&
      sameServers(before.votersOutgoing, now.votersOutgoing)
    );
  }
  if (isJoint) return sameServers(before.voters, now.votersOutgoing);
  if (wasJoint) {
    return sameServers(before.voters, now.voters) || sameServers(before.votersOutgoing, now.voters);
  }
  const added = now.voters.filter((id) => !before.voters.includes(id)).length;
  const removed = before.voters.filter((id) => !now.voters.includes(id)).length;
  return added + removed <= 1;
}
