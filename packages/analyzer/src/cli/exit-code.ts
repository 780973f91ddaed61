/** Exit codes of raft-analyze. */
export const exitCode = {
  clean: 0,
  violation: 1,
  usage: 2,
  /** A file could not be read or is no Raft log that is known, and nothing else is broken. */
  unreadable: 3,
  interrupted: 130,
} as const;
