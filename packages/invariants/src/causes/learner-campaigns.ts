import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'learner-acts',
    confidence: 0.6,
    why: 'a server without a vote campaigns',
  },
];

/** A server without a vote stands for election. */
export const learnerCampaigns: Cause = {
  name: 'learner-campaigns',
  title: 'A server without a vote stands for election',
  harmless: false,
  explains: ['election-livelock', 'minority-leader', 'learner-acts'],
  story:
    'A learner or a removed server times out and stands, with a newer term each time, and ' +
    'disturbs those who may vote. Servers outside the configuration do not campaign (thesis ' +
    '§4.2.1, §4.2.3). hashicorp/raft and willemt/raft let non-voters stand.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
