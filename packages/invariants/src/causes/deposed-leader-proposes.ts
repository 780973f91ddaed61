import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { ledBefore } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'log-matching',
    when: ledBefore,
    confidence: 0.5,
    why: 'two logs hold different commands of one term, and one of the servers had led before',
  },
];

/** A server that led before still takes commands. */
export const deposedLeaderProposes: Cause = {
  name: 'deposed-leader-proposes',
  title: 'A server that led before still takes commands',
  harmless: false,
  explains: ['log-matching', 'state-machine-safety', 'leader-append-only'],
  story:
    'The role is checked before the lock is taken, or from a field that is updated later. A ' +
    'server that has just been deposed appends a command under the new term, in which another ' +
    'one leads: two entries with the same index and term. NATS has had three such races. Role ' +
    'and append belong under one lock (Raft §5.3).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
