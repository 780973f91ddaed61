import type { Cause } from '../cause.ts';

/** A pre-vote is noted as a vote. */
export const preVoteBinds: Cause = {
  name: 'pre-vote-binds',
  title: 'A pre-vote is noted as a vote',
  harmless: false,
  explains: ['double-vote', 'election-livelock'],
  story:
    'Pre-vote asks who would win, without starting an election. Where the answer is written ' +
    'down like a vote, it overwrites the real vote of the current term, and the server may ' +
    'vote twice. A pre-vote leaves everything as it is (thesis §9.6). ra and openraft shared ' +
    'code between the two requests.',
  explain: () => undefined,
};
