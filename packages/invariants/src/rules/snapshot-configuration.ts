import { isPlaceKnown } from '../cluster/configuration-log.ts';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';
import { sameServers, votersText } from './quorum.ts';

/**
 * A snapshot holds the configuration that is in force at its index (Raft §7), not a later one that
 * may yet be deleted, and both halves of a joint one.
 *
 * Formally: the voters that `snapshot.taken` names are those of the last configuration that the
 * server's own lines left in its log at or before the snapshot's index.
 *
 * Smallest counter-example: n1 has {n1 n2 n3} at index 0 and {n1 n2 n3 n4} at index 9; n1's
 * snapshot through index 8 says {n1 n2 n3 n4}.
 */
export const snapshotConfiguration: Rule = {
  id: 'snapshot-configuration',
  code: 'C10',
  title: 'A snapshot names the configuration at its index',
  statement:
    'The configuration in a snapshot is the last one in the log ' +
    'up to the last entry that the snapshot covers.',
  why:
    'Whoever starts from the snapshot counts votes by it: ' +
    'with one that is not in force its majorities need not meet those of the others.',
  example: [
    'n1 has the voters {n1 n2 n3} in its log',
    'n1 appends the configuration {n1 n2 n3 n4} at index 9',
    "n1's snapshot through index 8 says {n1 n2 n3 n4}",
  ],
  source: 'Raft §7, §6',
  severity: 'violation',
  needs: [
    { event: 'snapshot.taken', fields: ['seq', 'voters'] },
    { event: 'config.appended', fields: ['seq', 'index', 'voters'] },
  ],
  restsOn: ['config.appended'],
  create(context) {
    const { cluster } = context;
    let judged = false;
    return {
      on: {
        'snapshot.taken': (event) => {
          const { node, index, term, voters, votersOutgoing } = event;
          const server = node === undefined ? undefined : cluster.servers.get(node);
          if (node === undefined || voters === undefined || server?.complete !== true) return;
          const placed = server.configurations.findLast((each) => each.index <= index);
          if (placed === undefined || !server.configurations.every(isPlaceKnown)) return;
          // Whether it is joint, not every line tells.
          if (votersOutgoing === undefined && placed.votersOutgoing.length > 0) return;
          judged = true;
          const named = { voters, votersOutgoing: votersOutgoing ?? [] };
          const same =
            sameServers(placed.voters, named.voters) &&
            sameServers(placed.votersOutgoing, named.votersOutgoing);
          if (same) return;
          context.report({
            verdict: 'violated',
            term,
            nodes: [node],
            message:
              `${node}'s snapshot through index ${index} names the voters ${votersText(named)}; ` +
              `at that index its log has ${votersText(placed)}`,
            evidence: [placed.event, event],
          });
        },
      },
      end: () => (judged ? enough : missing('snapshots with their voters, and configurations')),
    };
  },
};
