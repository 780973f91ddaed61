import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { sameTermTruncation } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'truncates-committed',
    when: sameTermTruncation,
    confidence: 0.7,
    why: 'the server deleted entries that it had committed, while the leader was the same',
  },
  {
    rule: 'truncates-committed',
    confidence: 0.5,
    why: 'the server deleted entries that it had committed: what matched may have been cut off too',
  },
  {
    rule: 'leader-completeness',
    confidence: 0.15,
    why: 'acknowledged entries may have been cut off by an older AppendEntries',
  },
];

/** Everything behind the previous entry is deleted on each AppendEntries. */
export const truncateAlways: Cause = {
  name: 'truncate-always',
  title: 'Everything behind the previous entry is deleted on each AppendEntries',
  harmless: false,
  explains: ['truncates-committed', 'leader-completeness', 'state-machine-safety'],
  story:
    'The follower cuts its log to the previous index and appends what came. An older ' +
    'AppendEntries, overtaken on the way, then takes back entries that were acknowledged, and ' +
    'the leader has counted them. A follower deletes only from a real conflict on (Raft ' +
    "Figure 2, rule 3). It is among the most frequent bugs of all: the Students' Guide, " +
    'willemt/raft, openraft and akka-raft had it.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
