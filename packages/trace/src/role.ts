/**
 * The roles of a server (Raft §5.1, Figure 4); `pre-candidate` is thesis §9.6, `learner` thesis
 * §4.2.1.
 */
export type Role = 'follower' | 'pre-candidate' | 'candidate' | 'leader' | 'learner';

/** Every {@link Role}, in the order of a server's life. */
export const roles: readonly Role[] = [
  'follower',
  'pre-candidate',
  'candidate',
  'leader',
  'learner',
];
