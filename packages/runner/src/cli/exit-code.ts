/** Exit codes of raft-loop. */
export const exitCode = {
  /** All runs passed, and at least one ran; or what it was to run for came. */
  passed: 0,
  failed: 1,
  usage: 2,
  /** What is done once before all runs failed: the build, --setup. */
  setupFailed: 3,
  nothingRan: 4,
  /** Of the failed runs that were made again some failed again. */
  stillFails: 5,
  /** The time ended, or the runs did, before the goal. */
  goalMissed: 124,
  /** No run showed anything either way. */
  inconclusive: 125,
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const;
