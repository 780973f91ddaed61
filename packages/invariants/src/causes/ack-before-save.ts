import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { campaignAfterRestart, endsAfterRestart } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'leader-completeness',
    when: campaignAfterRestart,
    confidence: 0.6,
    why: 'the new leader had restarted and lacks what it had acknowledged before',
  },
  {
    rule: 'state-machine-safety',
    when: endsAfterRestart,
    confidence: 0.35,
    why:
      'a server had restarted before it applied another entry: it may have acknowledged ' +
      'what its disk never got',
  },
];

/** A follower acknowledges entries before they are on disk. */
export const ackBeforeSave: Cause = {
  name: 'ack-before-save',
  title: 'A follower acknowledges entries before they are on disk',
  harmless: false,
  explains: ['leader-completeness', 'state-machine-safety'],
  story:
    'The reply to AppendEntries leaves at once, and the entries go to disk some time later. ' +
    'The leader counts the follower, commits, and a crash of a few servers takes the ' +
    'committed entry away. Entries must be durable before the follower answers (Raft Figure ' +
    '2). canonical/raft sent the answer too early.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
