import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { firstVoteForFirst } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'double-vote',
    when: firstVoteForFirst,
    confidence: 0.85,
    why: 'the vote that was forgotten was for the first server of the cluster',
  },
];

/** A vote for the first server is taken for no vote. */
export const voteForFirstIsNone: Cause = {
  name: 'vote-for-first-is-none',
  title: 'A vote for the first server is taken for no vote',
  harmless: false,
  explains: ['double-vote', 'election-safety'],
  story:
    'Servers are numbered from 0, and 0 also stands for "has not voted". Whoever voted for ' +
    'server 0 is then free to vote again in the same term. Figure 2 asks for a null that is ' +
    'no candidate. It is an old trap of languages whose integers begin at zero, and shows ' +
    'only in elections in which the first server stands.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
