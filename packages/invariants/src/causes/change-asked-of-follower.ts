import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'log-matching',
    confidence: 0.15,
    why: 'a server may have appended a configuration of its own without leading',
  },
];

/** A server that does not lead takes a change of members. */
export const changeAskedOfFollower: Cause = {
  name: 'change-asked-of-follower',
  title: 'A server that does not lead takes a change of members',
  harmless: false,
  explains: ['log-matching'],
  story:
    'The check of commands stands where commands come in, and the call that changes the ' +
    'members has a check of its own: is there a leader? A follower that knows one appends ' +
    'the configuration to its own log, in a term in which somebody else appends other ' +
    'things at the same index. Only the leader appends entries of its own (Raft §5.3).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
