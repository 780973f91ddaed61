import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'config-in-use',
    confidence: 0.4,
    why: 'it uses a configuration that its log does not end with',
  },
];

/** A deleted configuration stays in force. */
export const truncationKeepsConfiguration: Cause = {
  name: 'truncation-keeps-configuration',
  title: 'A deleted configuration stays in force',
  harmless: false,
  explains: ['election-safety', 'no-quorum-commit', 'config-in-use'],
  story:
    'A configuration holds from the moment it is appended, and may be deleted again like any ' +
    'uncommitted entry. A server that keeps it votes and counts by a membership that never ' +
    'was. It has to go back to the one before (thesis §4.1). NATS and ra forgot the way back.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
