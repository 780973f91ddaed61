import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'committed-configuration',
    confidence: 0.85,
    why: 'the configuration is committed one entry before the place that the server gave it',
  },
];

/** A configuration is placed one entry behind its own. */
export const configurationPlacedBehind: Cause = {
  name: 'configuration-placed-behind',
  title: 'A configuration is placed one entry behind its own',
  harmless: false,
  explains: ['committed-configuration'],
  story:
    'A follower takes the configurations out of what it appends, and counts the entries ' +
    'wrongly by one. While the log only grows nothing shows. When a conflict deletes ' +
    'entries the server keeps the configuration of a deleted entry or drops one that ' +
    'stays, and counts by another one than the others (Raft §6).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
