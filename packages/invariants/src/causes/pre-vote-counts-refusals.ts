import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'disruptive-server',
    confidence: 0.25,
    why: 'it stands although others refuse it in advance',
  },
];

/** Refused pre-votes count. */
export const preVoteCountsRefusals: Cause = {
  name: 'pre-vote-counts-refusals',
  title: 'Refused pre-votes count',
  harmless: false,
  explains: ['disruptive-server'],
  story:
    'The server asks whether it would win, and takes every answer for a yes. It stands ' +
    'whenever a majority answers at all, so that one that comes back from a partition raises ' +
    'the term and deposes a living leader: pre-vote is there and keeps nobody quiet (thesis ' +
    '§9.6).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
