import type { Cause } from '../cause.ts';

/** votedFor survives a newer term that AppendEntries brings. */
export const appendEntriesKeepsVote: Cause = {
  name: 'append-entries-keeps-vote',
  title: 'votedFor is kept when AppendEntries brings a newer term',
  harmless: true,
  explains: [],
  story:
    'When AppendEntries shows a newer term, the receiver becomes follower in it but does not ' +
    'clear votedFor: it holds the vote of an older term. It is wrong by Figure 2 (votedFor is ' +
    'the vote of the current term), and yet it breaks neither safety nor liveness by itself: ' +
    'AppendEntries of term T comes from the elected leader of T, so a majority has voted in T ' +
    'already and no other candidate can win it. All the stale vote can do is refuse a ' +
    'candidate of T who has lost anyhow, or grant the same old candidate, who cannot reach a ' +
    'majority either. The next newer term that RequestVote or an election brings clears it. ' +
    'It turns harmful only together with another bug.',
  explain: () => undefined,
};
