import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'backoff-stuck',
    confidence: 0.3,
    why: 'nextIndex may fall by one for each refusal',
  },
];

/** nextIndex falls by one for each refusal. */
export const oneStepBack: Cause = {
  name: 'one-step-back',
  title: 'nextIndex falls by one for each refusal',
  harmless: false,
  explains: ['backoff-stuck'],
  story:
    'The refusal names the place to go on, and the leader steps back by one index all the ' +
    'same. A follower that lacks a thousand entries refuses a thousand times. On a lossy ' +
    "network it never catches up within the time that the lab's backup test gives (Raft " +
    '§5.3).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
