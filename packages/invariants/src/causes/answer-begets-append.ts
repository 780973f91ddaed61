import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'rpc-budget',
    confidence: 0.48,
    why: 'each answer may have been answered with one more request',
  },
];

/** Each answer begets one more AppendEntries. */
export const answerBegetsAppend: Cause = {
  name: 'answer-begets-append',
  title: 'Each answer begets one more AppendEntries',
  harmless: false,
  explains: ['rpc-budget'],
  story:
    'After an answer the leader sends what comes next, also where nothing does. The follower ' +
    'answers that too, and so they go on, as fast as the network lets them. One request has ' +
    'become a storm that never ends (Raft §5.3).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
