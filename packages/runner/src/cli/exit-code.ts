/** Exit codes of raft-loop. */
export const exitCode = {
  /** All runs passed, and at least one ran. */
  passed: 0,
  failed: 1,
  usage: 2,
  nothingRan: 4,
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const;
