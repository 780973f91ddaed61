import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'single-server-step',
    confidence: 0.4,
    why: 'a server may count from a configuration of before its restart',
  },
  {
    rule: 'config-in-use',
    confidence: 0.4,
    why: 'a server may go by a configuration of before its restart',
  },
];

/** A restart forgets the configurations in its log. */
export const restartForgetsConfiguration: Cause = {
  name: 'restart-forgets-configuration',
  title: 'A restart forgets the configurations in its log',
  harmless: false,
  explains: ['single-server-step', 'config-in-use'],
  story:
    'The log comes back from the disk, but the membership is that of the snapshot, or of the ' +
    'first start. Until the next change the server asks old members for votes and counts ' +
    'them, so that two majorities need not meet. At a start the configuration is the last ' +
    'one in the log (Raft §6).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
