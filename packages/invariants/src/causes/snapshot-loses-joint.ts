import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'config-in-use',
    confidence: 0.5,
    why: 'after a snapshot the configuration is not the joint one any more',
  },
];

/** A snapshot forgets that the membership is joint. */
export const snapshotLosesJoint: Cause = {
  name: 'snapshot-loses-joint',
  title: 'A snapshot forgets that the membership is joint',
  harmless: false,
  explains: ['config-in-use'],
  story:
    'A snapshot is taken in the middle of a change. Who starts from it knows the new voters ' +
    'only, and needs one majority where the others need two. The configuration belongs into ' +
    'the snapshot as it is (Raft §7). etcd lost the joint one on restore.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
