/** What breaks these contradicts itself in whatever order its lines were written. */
export const orderFreeRules: ReadonlySet<string> = new Set([
  'election-safety',
  'double-vote',
  'leader-completeness',
  'log-matching',
  'state-machine-safety',
  'test-failed',
]);
