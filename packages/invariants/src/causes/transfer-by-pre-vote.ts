import type { Cause } from '../cause.ts';

/** The target of a transfer asks for pre-votes. */
export const transferByPreVote: Cause = {
  name: 'transfer-by-pre-vote',
  title: 'The target of a transfer asks for pre-votes',
  harmless: false,
  explains: [],
  story:
    'TimeoutNow starts a pre-vote like any other timeout. The others hear the leader, who ' +
    'sent it, and refuse. The transfer never comes about, and its proposals wait until it is ' +
    'given up. The leader wants this election: no pre-vote is needed (thesis §3.10).',
  explain: () => undefined,
};
