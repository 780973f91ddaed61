import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { campaignAfterRestart, endsAfterRestart, lostOwnCommit } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'leader-completeness',
    when: lostOwnCommit,
    confidence: 0.9,
    why: 'the server had committed more itself than its log held after the restart',
  },
  {
    rule: 'leader-completeness',
    when: campaignAfterRestart,
    confidence: 0.7,
    why:
      'the new leader had restarted, and its log was shorter than what it had ' +
      'acknowledged before',
  },
  {
    rule: 'state-machine-safety',
    when: endsAfterRestart,
    confidence: 0.4,
    why: 'a server had restarted before it applied another entry: its log may not have survived',
  },
];

/** The log is never written to disk. */
export const noPersistLog: Cause = {
  name: 'no-persist-log',
  title: 'The log is never written to disk',
  harmless: false,
  explains: ['leader-completeness', 'state-machine-safety'],
  story:
    'Followers acknowledge entries that exist only in memory. When a majority restarts, ' +
    'committed commands are gone, and clients were told that they were safe. Figure 2 has ' +
    'log[] among the persistent state. Jepsen measured the same loss with NATS, which ' +
    'acknowledges before its disk has the data.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
