import type { Cause } from '../cause.ts';

/** A server that was removed deposes leaders. */
export const disruptiveServerHeard: Cause = {
  name: 'disruptive-server-heard',
  title: 'A server that was removed deposes leaders',
  harmless: false,
  explains: ['election-livelock'],
  story:
    'A removed server hears no heartbeats, times out, and deposes the leader with a newer ' +
    'term, again and again. Servers that hear a leader ignore such requests (Raft §6, thesis ' +
    '§4.2.3); leases even count on it. It shows only where this is switched on and ' +
    'memberships change.',
  explain: () => undefined,
};
