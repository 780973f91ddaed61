import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { nobodyLeads } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'election-livelock',
    confidence: 0.3,
    why: 'servers with equal logs may refuse each other',
  },
  {
    rule: 'no-leader',
    when: nobodyLeads,
    confidence: 0.25,
    why: 'servers with equal logs may refuse each other',
  },
];

/** Voters ask for a longer log than their own. */
export const upToDateStrictly: Cause = {
  name: 'up-to-date-strictly',
  title: 'Voters ask for a longer log than their own',
  harmless: false,
  explains: ['no-leader', 'election-livelock'],
  story:
    'Servers with equal logs refuse each other. In a new cluster all logs are equal, and ' +
    'nobody is ever elected. At least as up to date includes equal (Raft §5.4.1).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
