import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'apply-order',
    confidence: 0.6,
    why: 'indexes between two that were applied were never applied, as if only the last counted',
  },
];

/** Of several entries that are committed at once only the last is applied. */
export const applyNewestOnly: Cause = {
  name: 'apply-newest-only',
  title: 'Of several entries that are committed at once only the last is applied',
  harmless: false,
  explains: ['apply-order', 'state-machine-safety'],
  story:
    'commitIndex may move by several entries at once. The applier looks at the newest one and ' +
    'skips the others, where Figure 2 has it go on one by one until lastApplied has caught up ' +
    '(Raft §5.3). As long as commands come one at a time nothing shows; then the replicas part.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
