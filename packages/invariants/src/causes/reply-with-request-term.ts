import type { Cause } from '../cause.ts';

/** An answer carries the term of the request, not the server's own. */
export const replyWithRequestTerm: Cause = {
  name: 'reply-with-request-term',
  title: "An answer carries the term of the request, not the server's own",
  harmless: false,
  explains: ['stale-leader', 'election-livelock'],
  story:
    'The answer repeats the term of the request. A candidate or leader of an older term is ' +
    'refused and not told why, so it stays as it is: the leader goes on leading, the ' +
    'candidate raises its term by one at each try. The answer names the own currentTerm (Raft ' +
    'Figure 2).',
  explain: () => undefined,
};
