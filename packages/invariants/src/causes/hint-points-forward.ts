import type { Cause } from '../cause.ts';

/** After a refusal the leader does not go back. */
export const hintPointsForward: Cause = {
  name: 'hint-points-forward',
  title: 'After a refusal the leader does not go back',
  harmless: false,
  explains: ['no-leader'],
  story:
    'The hint of the follower is read wrongly, and nextIndex stays where it is or moves on. ' +
    'Leader and follower repeat the same question and the same refusal, and the follower ' +
    'never catches up. nextIndex goes back after each refusal (Raft §5.3). openraft did this ' +
    'when more than 50 entries were missing.',
  explain: () => undefined,
};
