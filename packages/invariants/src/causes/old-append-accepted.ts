import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { fallsToLeader } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'term-monotonic',
    when: fallsToLeader,
    confidence: 0.85,
    why: 'the term fell when the server followed a leader of the older one',
  },
];

/** AppendEntries of an older term is accepted. */
export const oldAppendAccepted: Cause = {
  name: 'old-append-accepted',
  title: 'AppendEntries of an older term is accepted',
  harmless: false,
  explains: ['term-monotonic', 'log-matching', 'state-machine-safety'],
  story:
    'A deposed leader comes back and goes on sending; the receiver follows it, takes its ' +
    'older term, and lets it overwrite newer entries. Requests of an older term are refused ' +
    'with the newer one (Raft §5.1, Figure 2, AppendEntries, rule 1). NATS had it more than ' +
    'once.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
