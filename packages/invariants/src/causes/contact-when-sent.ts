import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { checksQuorum } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'stale-leader',
    when: checksQuorum,
    confidence: 0.25,
    why: 'it goes on although nobody answers it',
  },
];

/** Check-quorum counts what was sent. */
export const contactWhenSent: Cause = {
  name: 'contact-when-sent',
  title: 'Check-quorum counts what was sent',
  harmless: false,
  explains: ['stale-leader'],
  story:
    'The time of the last contact is noted when the leader sends, not when the peer answers. ' +
    'A leader that is cut off speaks to everybody all the time, so that it seems to itself ' +
    'to be in touch with all, and never steps down (thesis §6.2).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
