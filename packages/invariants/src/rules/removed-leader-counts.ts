import type { EventOf } from '@raftlens/trace';
import type { PlacedConfiguration } from '../cluster/configuration-log.ts';
import { enough, missing } from '../enough.ts';
import type { Report } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { countOf, isQuorum, majorityOf, votersText, votesIn } from './quorum.ts';

/**
 * A leader that a configuration removes does not count itself for commits under it, and steps down
 * once it is committed (Raft §6).
 *
 * Formally: under a last configuration without the leader itself, `commit.advanced` names a
 * majority of that configuration's voters; and an election timeout after its `config.committed`
 * the leader's heartbeat timer does not fire any more.
 *
 * Smallest counter-example: n1 leads {n1 n2 n3}, appends {n2 n3}, and commits it, held by n1 and
 * n2.
 */
export const removedLeaderCounts: Rule = {
  id: 'removed-leader-counts',
  code: 'C6',
  title: 'A removed leader neither counts itself nor stays',
  statement:
    'A leader that the new configuration leaves out does not count itself for a majority, ' +
    'and steps down once that configuration is committed.',
  why:
    'What it counts itself for may be on a minority of the voters; ' +
    'and a leader that stays keeps the voters from electing one of them.',
  example: [
    'n1 leads {n1 n2 n3} and appends the configuration {n2 n3}',
    'n1 commits it, held by n1 and n2',
  ],
  source: 'Raft §6; thesis §4.2.2',
  severity: 'violation',
  needs: [
    { event: 'config.appended', fields: ['seq', 'index', 'voters'] },
    { event: 'commit.advanced', fields: ['role', 'acks'] },
    { event: 'config.committed', fields: ['role', 'voters'] },
    { event: 'timer.expired', fields: ['role'] },
  ],
  restsOn: ['config.appended'],
  create(context) {
    const { cluster } = context;
    /** Leaders whose removal is committed. */
    const leaving = new Map<string, EventOf<'config.committed'>>();
    let changed = false;
    let judged = false;

    const configurationOf = (node: string): PlacedConfiguration | undefined => {
      const server = cluster.servers.get(node);
      return server?.complete === true ? server.configurations.at(-1) : undefined;
    };

    return {
      idle: { 'timer.expired': 'none' },
      on: {
        'config.appended': () => {
          changed = true;
        },
        'commit.advanced': (event) => {
          const { node, role, acks } = event;
          if (!changed || role !== 'leader' || node === undefined || acks === undefined) return;
          const configuration = configurationOf(node);
          if (configuration === undefined) return;
          judged = true;
          if (votesIn(configuration, node) || !acks.includes(node)) return;
          if (isQuorum(configuration, acks)) return;
          const report = countsItself(node, configuration, event);
          if (report !== undefined) context.report(report);
        },
        'config.committed': (event) => {
          const { node, role } = event;
          if (node === undefined || role !== 'leader') return;
          judged = true;
          const { voters, votersOutgoing = [] } = event;
          if (votesIn({ voters, votersOutgoing }, node)) leaving.delete(node);
          else leaving.set(node, event);
          context.attend('timer.expired', leaving.size > 0 ? 'all' : 'none');
        },
        'timer.expired': (event) => {
          if (leaving.size === 0 || event.node === undefined) return;
          const committed = leaving.get(event.node);
          if (committed === undefined) return;
          if (event.role !== 'leader' || event.term !== committed.term) {
            leaving.delete(event.node);
            return;
          }
          const timeout = context.electionTimeoutMs();
          if (timeout === undefined || event.time - committed.time <= timeout) return;
          leaving.delete(event.node);
          context.report({
            verdict: 'violated',
            term: event.term,
            nodes: [event.node],
            message:
              `${event.node} still leads ${Math.round(event.time - committed.time)} ms after a ` +
              `configuration without it was committed`,
            evidence: [committed, event],
          });
        },
      },
      end: () => (judged ? enough : missing('leaders that commit a change of the membership')),
    };
  },
};

/** With as many more as only its own count would make up for. */
function countsItself(
  node: string,
  configuration: PlacedConfiguration,
  event: EventOf<'commit.advanced'>,
): Report | undefined {
  const { voters } = configuration;
  const held = countOf(voters, event.acks ?? []);
  if (held + 1 < majorityOf(voters)) return undefined;
  return {
    verdict: 'violated',
    term: event.term,
    nodes: [node],
    message:
      `${node} is no voter of ${votersText(configuration)} and committed index ` +
      `${event.to}, held by itself and ${held} of the ${voters.length} voters`,
    evidence: [configuration.event, event],
  };
}
