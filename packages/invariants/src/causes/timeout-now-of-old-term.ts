import type { Cause } from '../cause.ts';

/** A transfer of an older term starts an election. */
export const timeoutNowOfOldTerm: Cause = {
  name: 'timeout-now-of-old-term',
  title: 'A transfer of an older term starts an election',
  harmless: false,
  explains: [],
  story:
    'TimeoutNow of a former leader arrives late. The receiver stands at once and deposes a ' +
    'leader with whom nothing is wrong. Like any other message it has a term, and an older ' +
    'one is refused (Raft §5.1, thesis §3.10).',
  explain: () => undefined,
};
