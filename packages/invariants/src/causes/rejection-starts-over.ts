import type { Cause } from '../cause.ts';

/** A refusal sends the leader back to the beginning. */
export const rejectionStartsOver: Cause = {
  name: 'rejection-starts-over',
  title: 'A refusal sends the leader back to the beginning',
  harmless: false,
  explains: [],
  story:
    'Any refusal has nextIndex begin again behind what is known to match, which is nothing ' +
    'after an election. The whole log is sent once more, or a snapshot although nothing is ' +
    'compacted that the follower lacks. It heals, and costs more the longer the log is (Raft ' +
    '§5.3).',
  explain: () => undefined,
};
