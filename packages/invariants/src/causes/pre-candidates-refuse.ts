import type { Cause } from '../cause.ts';

/** Servers that ask for pre-votes give none. */
export const preCandidatesRefuse: Cause = {
  name: 'pre-candidates-refuse',
  title: 'Servers that ask for pre-votes give none',
  harmless: false,
  explains: [],
  story:
    'Two servers that both miss the leader refuse each other, and neither ever stands. A ' +
    'pre-vote binds nobody, so whoever asks for them can also give them (thesis §9.6). etcd had ' +
    'such a deadlock between versions with and without pre-votes.',
  explain: () => undefined,
};
