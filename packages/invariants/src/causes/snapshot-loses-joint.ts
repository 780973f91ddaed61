import type { Cause } from '../cause.ts';
import { sameServers } from '../rules/quorum.ts';
import { type Clue, followClues, type Shape } from './clues.ts';

/** The log has a joint configuration there, and the snapshot its new half alone. */
const losesHalf: Shape = ({ evidence: [placed, taken] }) => {
  if (placed?.event !== 'config.appended' || taken?.event !== 'snapshot.taken') return false;
  const { voters = [], votersOutgoing = [] } = taken;
  if ((placed.votersOutgoing ?? []).length === 0 || votersOutgoing.length > 0) return false;
  return sameServers(voters, placed.voters);
};

const clues: readonly Clue[] = [
  {
    rule: 'snapshot-configuration',
    when: losesHalf,
    confidence: 0.9,
    why: 'the snapshot has the new half of the joint configuration alone',
  },
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
  explains: ['snapshot-configuration', 'config-in-use'],
  story:
    'A snapshot is taken in the middle of a change. Who starts from it knows the new voters ' +
    'only, and needs one majority where the others need two. The configuration belongs into ' +
    'the snapshot as it is (Raft §7). etcd lost the joint one on restore.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
