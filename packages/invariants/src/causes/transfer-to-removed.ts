import type { Cause } from '../cause.ts';

/** A removed server obeys a transfer. */
export const transferToRemoved: Cause = {
  name: 'transfer-to-removed',
  title: 'A removed server obeys a transfer',
  harmless: false,
  explains: [],
  story:
    'The target of a transfer was removed meanwhile, or never had a vote. It stands all the ' +
    'same, raises the term and deposes the leader for nothing. Who may not campaign ignores ' +
    'TimeoutNow (thesis §3.10). etcd added the check.',
  explain: () => undefined,
};
