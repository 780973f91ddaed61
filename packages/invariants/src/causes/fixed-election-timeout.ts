import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { nobodyLeads } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'election-livelock',
    confidence: 0.4,
    why: 'term after term splits the vote: the servers may all wait equally long',
  },
  {
    rule: 'no-leader',
    when: nobodyLeads,
    confidence: 0.3,
    why: 'the servers may all stand at the same moment',
  },
];

/** All servers have the same election timeout. */
export const fixedElectionTimeout: Cause = {
  name: 'fixed-election-timeout',
  title: 'All servers have the same election timeout',
  harmless: false,
  explains: ['election-livelock', 'no-leader'],
  story:
    'With equal timeouts the servers stand at the same moment, each votes for itself, and the ' +
    'next try ends the same way. Random timeouts are what makes elections end (Raft §5.2). On ' +
    'a simulated or very even machine nobody is ever elected; on others it is only slow.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
