import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { commandsDiffer } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'log-matching',
    when: commandsDiffer,
    confidence: 0.38,
    why:
      'two logs hold different commands of one leader at one index: a message may have ' +
      'changed under way',
  },
];

/** A message shares its entries with the log. */
export const entriesSharedWithLog: Cause = {
  name: 'entries-shared-with-log',
  title: 'A message shares its entries with the log',
  harmless: false,
  explains: ['log-matching', 'state-machine-safety', 'leader-completeness'],
  story:
    'The message refers to the array of the log instead of copying it, as a slice does in Go. ' +
    'While it is under way the sender is deposed and its log rewritten, and the old message ' +
    'now carries entries of another leader, or more than it said. Entries are copied when ' +
    'they are sent. The race detector finds it in Go; in the paper a message is a value (Raft ' +
    '§5.3).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
