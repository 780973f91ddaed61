import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { checksQuorum } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'stale-leader',
    when: checksQuorum,
    confidence: 0.3,
    why: 'it goes on for longer than one election timeout after it lost the majority',
  },
];

/** Check-quorum looks back too far. */
export const quorumWindowDoubled: Cause = {
  name: 'quorum-window-doubled',
  title: 'Check-quorum looks back too far',
  harmless: false,
  explains: ['stale-leader'],
  story:
    'Once an election timeout the leader asks who has answered, but counts answers of the ' +
    'one before, too. It leads on for up to three timeouts after it was cut off, and clients ' +
    'that wait on it wait all that time (thesis §6.2).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
