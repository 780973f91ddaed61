import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'campaign-unapplied-config',
    confidence: 0.6,
    why: 'a follower campaigns by a configuration that it knows to be replaced',
  },
  {
    rule: 'config-in-use',
    confidence: 0.3,
    why: 'what a follower uses is not the last configuration in its log',
  },
];

/** Only the leader takes a new configuration into use. */
export const followersKeepConfiguration: Cause = {
  name: 'followers-keep-configuration',
  title: 'Only the leader takes a new configuration into use',
  harmless: false,
  explains: ['config-in-use', 'campaign-unapplied-config', 'learner-acts'],
  story:
    'Followers store the entry of a new configuration and go on by the one that they started ' +
    'with. When one of them campaigns it asks the wrong servers and counts the wrong majority. ' +
    'Every server uses the last configuration in its log (Raft §6).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
