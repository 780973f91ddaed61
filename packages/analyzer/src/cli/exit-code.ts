/** Exit codes of raft-analyze. */
export const exitCode = {
  clean: 0,
  violation: 1,
  usage: 2,
  /** A file could not be read, or is of no known format or not of Raft, and no violation was found elsewhere. */
  unreadable: 3,
  interrupted: 130,
} as const;
