import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { nobodyLeads } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'no-leader',
    when: nobodyLeads,
    confidence: 0.35,
    why: 'nobody campaigns any more: candidates may wait for ever after a split vote',
  },
];

/** A candidate that did not win waits for ever. */
export const candidateNeverRetries: Cause = {
  name: 'candidate-never-retries',
  title: 'A candidate that did not win waits for ever',
  harmless: false,
  explains: ['no-leader'],
  story:
    'The election timer is for followers only here: once a server is candidate nothing wakes ' +
    'it. After one split vote all servers wait for each other. A candidate starts the next ' +
    "election when its randomized timeout has passed (Raft §5.2). The Students' Guide names " +
    'it among the usual livelocks.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
