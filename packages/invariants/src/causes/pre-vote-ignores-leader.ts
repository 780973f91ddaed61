import type { Cause } from '../cause.ts';

/** A pre-vote is granted although a leader is alive. */
export const preVoteIgnoresLeader: Cause = {
  name: 'pre-vote-ignores-leader',
  title: 'A pre-vote is granted although a leader is alive',
  harmless: false,
  explains: [],
  story:
    'A server behind a one-way partition hears nobody and asks whether it would win. Those ' +
    'who hear the leader well say yes, because its log is good, and the leader is deposed: ' +
    'pre-vote protects from nothing. Who hears a leader says no (thesis §9.6).',
  explain: () => undefined,
};
