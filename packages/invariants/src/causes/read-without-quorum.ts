import type { Cause } from '../cause.ts';

/** A leader answers reads without asking whether it still leads. */
export const readWithoutQuorum: Cause = {
  name: 'read-without-quorum',
  title: 'A leader answers reads without asking whether it still leads',
  harmless: false,
  explains: [],
  story:
    'A leader behind a partition, or one whose process was stopped for a while, answers from ' +
    'its old state while another leader already takes writes. A round of heartbeats, or a ' +
    'lease, shows that nobody else leads (Raft §8). SandTable found stale reads in Xraft-KV ' +
    'within 15 seconds.',
  explain: () => undefined,
};
