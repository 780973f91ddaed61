import type { Cause } from '../cause.ts';

/** Followers that get no entries for now get no heartbeats either. */
export const pausedPeerUnheard: Cause = {
  name: 'paused-peer-unheard',
  title: 'Followers that get no entries for now get no heartbeats either',
  harmless: false,
  explains: [],
  story:
    'Flow control holds entries back, and the heartbeats with them. One lost message, and a ' +
    'follower hears nothing any more and stands against a leader that is well. Heartbeats go ' +
    'to everybody, also while nothing else may (Raft §5.2). SandTable found heartbeats that ' +
    'stop in WRaft. It shows only with flow control.',
  explain: () => undefined,
};
