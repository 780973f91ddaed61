import type { Cause } from '../cause.ts';

/** Leadership is handed to a server that lacks entries. */
export const transferBeforeCaughtUp: Cause = {
  name: 'transfer-before-caught-up',
  title: 'Leadership is handed to a server that lacks entries',
  harmless: false,
  explains: [],
  story:
    'The leader tells the target to stand before it has the whole log. The others refuse a ' +
    'log that is behind, and the cluster has no leader until the next timeout. First ' +
    'replicate, then tell (thesis §3.10). Safety is not at stake, for the votes still compare ' +
    'logs.',
  explain: () => undefined,
};
