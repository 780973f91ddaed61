import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { endsAsLeader } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'double-vote',
    when: endsAsLeader,
    confidence: 0.95,
    why: 'the second vote was given by a server that led that very term',
  },
];

/** A leader votes for another candidate of its own term. */
export const leaderGrantsVote: Cause = {
  name: 'leader-grants-vote',
  title: 'A leader votes for another candidate of its own term',
  harmless: false,
  explains: ['double-vote'],
  story:
    'A leader answers the RequestVote of a rival of its own term with yes, because the check ' +
    'of votedFor is skipped for leaders. Its own vote has elected it, so it votes twice (Raft ' +
    '§5.2), and with a second such voter the rival wins too. willemt/raft had it, and ' +
    'SandTable found it in a pre-vote of DaosRaft.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
