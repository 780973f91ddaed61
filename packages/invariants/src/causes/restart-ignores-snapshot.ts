import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { endsAfterRestart, lostOwnCommit, sameTermApplied } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'leader-completeness',
    when: lostOwnCommit,
    confidence: 0.6,
    why: 'the server had committed more itself than its log held after the restart',
  },
  {
    rule: 'state-machine-safety',
    when: sameTermApplied,
    confidence: 0.3,
    why:
      'different commands of one leader were applied at one index: a log may have been ' +
      'read from a wrong beginning',
  },
  {
    rule: 'state-machine-safety',
    when: endsAfterRestart,
    confidence: 0.3,
    why: 'a server applied another entry after a restart: it may have misread where its log begins',
  },
];

/** A restarted server takes the rest of its log for the whole. */
export const restartIgnoresSnapshot: Cause = {
  name: 'restart-ignores-snapshot',
  title: 'A restarted server takes the rest of its log for the whole',
  harmless: false,
  explains: ['state-machine-safety', 'log-matching', 'term-monotonic', 'leader-completeness'],
  story:
    'After compaction the log on disk begins somewhere in the middle, and only the snapshot ' +
    'says where. A server that reads it without the snapshot has every entry at a wrong ' +
    'index, and its state machine is empty. The last included index and term belong to the ' +
    'log (Raft §7). Jepsen saw RedisRaft lose data between log and snapshot.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
