import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'commit-stall',
    confidence: 0.5,
    why: 'an entry of an older term keeps those behind it from being counted',
  },
];

/** The search for what can be committed ends at the first older entry. */
export const commitScanStopsAtOldTerm: Cause = {
  name: 'commit-scan-stops-at-old-term',
  title: 'The search for what can be committed ends at the first older entry',
  harmless: false,
  explains: ['commit-stall'],
  story:
    'The leader looks at its log from commitIndex upwards and stops at the first entry that ' +
    'is not of its own term, instead of passing over it. Once a leader inherits an ' +
    'uncommitted entry, nothing is ever committed again. There need only be some entry of its ' +
    'own term further up (Raft §5.4.2). SandTable found it in RaftOS after 14 steps.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
