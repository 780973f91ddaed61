import { isPlaceKnown, type PlacedConfiguration } from '../cluster/configuration-log.ts';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';
import { sameServers, type Voters, votersText } from './quorum.ts';

/**
 * A configuration is an entry of the log, and committed where it stands there (Raft §6).
 *
 * Formally: where `config.committed` names an index, the server's own lines put no other
 * configuration there, and not the same one behind it alone.
 *
 * Smallest counter-example: n1 appends the configuration {n1 n2} at index 9, and commits it at
 * index 8.
 */
export const committedConfiguration: Rule = {
  id: 'committed-configuration',
  code: 'C11',
  title: 'A configuration is committed where it stands in the log',
  statement:
    'The configuration that a server commits at an index is the one that its log has there.',
  why:
    'A server that places a configuration elsewhere takes it back, or keeps it, ' +
    'when another part of the log is deleted.',
  example: ['n1 appends the configuration {n1 n2} at index 9', 'n1 commits {n1 n2} at index 8'],
  source: 'Raft §6, §5.3',
  severity: 'violation',
  needs: [
    { event: 'config.committed', fields: ['seq', 'index', 'voters'] },
    { event: 'config.appended', fields: ['seq', 'index', 'voters'] },
    { event: 'node.started', fields: ['voters'] },
  ],
  create(context) {
    const { cluster } = context;
    let judged = false;
    return {
      on: {
        'config.committed': (event) => {
          const { node, index, term } = event;
          const server = node === undefined ? undefined : cluster.servers.get(node);
          if (node === undefined || index === undefined || server?.complete !== true) return;
          const committed = { voters: event.voters, votersOutgoing: event.votersOutgoing ?? [] };
          const placed = placedFor(server.configurations, index, committed);
          if (placed === undefined || !isPlaceKnown(placed)) return;
          judged = true;
          if (placed.index === index && isSame(placed, committed)) return;
          context.report({
            verdict: 'violated',
            term,
            nodes: [node],
            message:
              `${node} commits the configuration ${votersText(committed)} at index ${index}, but ` +
              `its log has ${votersText(placed)} at index ${placed.index}`,
            evidence: [placed.event, event],
          });
        },
      },
      end: () => (judged ? enough : missing('configurations, appended and committed, with seq')),
    };
  },
};

/**
 * What stands at the index, or else the same one where it stands alone behind it. Behind a snapshot
 * that came into a longer log nothing is known of what lies between.
 */
function placedFor(
  log: readonly PlacedConfiguration[],
  index: number,
  committed: Voters,
): PlacedConfiguration | undefined {
  const there = log.find((each) => each.index === index);
  if (there !== undefined) return there;
  if (log.every((each) => each.index > index)) return undefined;
  const [behind] = log.filter((each) => each.index > index);
  return behind !== undefined && isSame(behind, committed) ? behind : undefined;
}

function isSame(left: Voters, right: Voters): boolean {
  return (
    sameServers(left.voters, right.voters) && sameServers(left.votersOutgoing, right.votersOutgoing)
  );
}
