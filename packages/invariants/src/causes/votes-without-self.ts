import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { nobodyLeads } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'no-leader',
    when: nobodyLeads,
    confidence: 0.25,
    why: 'a bare majority may not be enough for a candidate that leaves out its own vote',
  },
  {
    rule: 'election-livelock',
    confidence: 0.25,
    why: 'a bare majority may not be enough for a candidate that leaves out its own vote',
  },
];

/** A candidate does not count its own vote. */
export const votesWithoutSelf: Cause = {
  name: 'votes-without-self',
  title: 'A candidate does not count its own vote',
  harmless: false,
  explains: ['no-leader', 'election-livelock'],
  story:
    'Only the answers of others are counted, so a candidate needs one vote more than it ' +
    'should. With all servers up nobody notices. With as many down as a cluster must bear, ' +
    'nobody can win any more. The own vote is the first of the count (Raft §5.2).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
