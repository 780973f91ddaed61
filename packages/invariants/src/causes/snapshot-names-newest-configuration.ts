import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
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
  explains: ['single-server-step'],
  story:
    'The state machine is a few entries behind the log, where a change stands that is not ' +
    'committed. The snapshot names the membership of now. Should the change be truncated, ' +
    'the snapshot still has it, and whoever installs or restarts from it goes by a ' +
    'configuration that never was (Raft §7).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
