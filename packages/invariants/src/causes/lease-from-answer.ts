import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'lease-read',
    when: ({ message }) => !message.includes('to campaign'),
    confidence: 0.4,
    why: 'counted from when the answers came the lease would hold',
  },
];

/** A lease is counted from the answer, not from the question. */
export const leaseFromAnswer: Cause = {
  name: 'lease-from-answer',
  title: 'A lease is counted from the answer, not from the question',
  harmless: false,
  explains: ['lease-read'],
  story:
    'The answer took its time, and the follower has begun its timeout when the heartbeat ' +
    'came, not when the answer arrived. A lease counted from the answer lasts longer than ' +
    'that timeout. It begins when the heartbeat left (thesis §6.4.1). Slow links and stopped ' +
    'processes show it.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
