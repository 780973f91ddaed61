import type { Cause } from '../cause.ts';

/** Asking for pre-votes raises the own term. */
export const preVoteRaisesTerm: Cause = {
  name: 'pre-vote-raises-term',
  title: 'Asking for pre-votes raises the own term',
  harmless: false,
  explains: ['election-livelock'],
  story:
    'The server begins its new term when it asks, and not when it is sure to win. A server ' +
    'behind a partition comes back with a high term and deposes the leader, which pre-vote ' +
    'was to prevent. Term and vote stay as they are until the pre-vote is won (thesis §9.6). ' +
    'ra mixed the two phases.',
  explain: () => undefined,
};
