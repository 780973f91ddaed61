import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'stuck-joint',
    confidence: 0.7,
    why: 'a joint configuration was committed, its leader leads on, and no other one followed',
  },
];

/** A joint configuration stays for good. */
export const jointNeverLeft: Cause = {
  name: 'joint-never-left',
  title: 'A joint configuration stays for good',
  harmless: false,
  explains: ['stuck-joint'],
  story:
    'The leader commits C_old,new and never appends C_new: from then on every decision needs ' +
    'both majorities, servers that were to be switched off are needed, and no other change is ' +
    'taken (Raft §6). etcd had clusters stuck in a joint configuration after a restart from a ' +
    'snapshot.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
