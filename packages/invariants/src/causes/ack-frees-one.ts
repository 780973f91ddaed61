import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'commit-stall',
    confidence: 0.15,
    why: 'lost answers may have used up the room for requests',
  },
];

/** An answer frees one request of those that it covers. */
export const ackFreesOne: Cause = {
  name: 'ack-frees-one',
  title: 'An answer frees one request of those that it covers',
  harmless: false,
  explains: ['commit-stall'],
  story:
    'Requests go out one after the other. Where one answer is lost, the next one covers ' +
    'both, but makes room for one only. Each lost answer costs a place for as long as the ' +
    'leadership lasts, until nothing but heartbeats goes out (thesis §10.2.1).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
