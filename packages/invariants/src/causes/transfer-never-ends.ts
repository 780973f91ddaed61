import type { Cause } from '../cause.ts';

/** A transfer that fails is never given up. */
export const transferNeverEnds: Cause = {
  name: 'transfer-never-ends',
  title: 'A transfer that fails is never given up',
  harmless: false,
  explains: [],
  story:
    'While it hands over, the leader refuses new commands. If the target has died nothing ' +
    'ends this, and a cluster in good health takes no command any more. After an election ' +
    'timeout the leader goes on as before (thesis §3.10).',
  explain: () => undefined,
};
