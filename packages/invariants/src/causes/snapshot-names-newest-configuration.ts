import type { Cause } from '../cause.ts';
import { sameServers } from '../rules/quorum.ts';
import { type Clue, followClues, type Shape } from './clues.ts';

/** The snapshot names what stands in the server's log behind its end. */
const namesLater: Shape = ({ evidence, nodes: [node] }, cluster) => {
  const taken = evidence.at(-1);
  if (node === undefined || taken?.event !== 'snapshot.taken') return false;
  const last = cluster.servers.get(node)?.configurations.at(-1);
  return (
    last !== undefined &&
    last.index > taken.index &&
    sameServers(last.voters, taken.voters ?? []) &&
    sameServers(last.votersOutgoing, taken.votersOutgoing ?? [])
  );
};

const clues: readonly Clue[] = [
  {
    rule: 'snapshot-configuration',
    when: namesLater,
    confidence: 0.85,
    why: 'the snapshot names the configuration that stands last in the log, behind its end',
  },
  {
    rule: 'single-server-step',
    confidence: 0.4,
    why: 'a snapshot may name a configuration from behind its end',
  },
];

/** A snapshot names a configuration from behind its end. */
export const snapshotNamesNewestConfiguration: Cause = {
  name: 'snapshot-names-newest-configuration',
  title: 'A snapshot names a configuration from behind its end',
  harmless: false,
  explains: ['snapshot-configuration', 'single-server-step'],
  story:
    'The state machine is a few entries behind the log, where a change stands that is not ' +
    'committed. The snapshot names the membership of now. Should the change be truncated, ' +
    'the snapshot still has it, and whoever installs or restarts from it goes by a ' +
    'configuration that never was (Raft §7).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
