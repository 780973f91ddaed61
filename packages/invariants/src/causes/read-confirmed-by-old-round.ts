import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'read-index',
    confidence: 0.5,
    why: 'the answers that there are belong to heartbeats from before the read',
  },
];

/** Heartbeats that left before a read confirm it. */
export const readConfirmedByOldRound: Cause = {
  name: 'read-confirmed-by-old-round',
  title: 'Heartbeats that left before a read confirm it',
  harmless: false,
  explains: ['read-index'],
  story:
    'An answer to an older heartbeat is taken as proof that the leader led when the read ' +
    'came. In between it may have been deposed and new writes been made. The round has to ' +
    'begin after the read index was taken (thesis §6.4).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
