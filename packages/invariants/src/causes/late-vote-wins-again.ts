import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { wonTermAgain } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'legal-role-edges',
    when: wonTermAgain,
    confidence: 0.9,
    why:
      'the server had asked for votes in that very term, and became leader of it once ' +
      'more without another election',
  },
];

/** A vote that comes after the victory makes the leader win again. */
export const lateVoteWinsAgain: Cause = {
  name: 'late-vote-wins-again',
  title: 'A vote that comes after the victory makes the leader win again',
  harmless: true,
  explains: ['legal-role-edges'],
  story:
    'The term of a vote is checked and the role is not, so that each vote after the deciding ' +
    'one makes the leader begin its leadership anew. By Figure 2 it should have stopped ' +
    'counting. It is harmless: only a server with a real majority of that very term can be ' +
    'elected so, what it forgets of its followers they tell it again, and commitIndex never ' +
    'falls. It costs a few more messages.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
