import type { Settings } from '@raftlens/core';

/** What fits the lab's rules: ten heartbeats a second at most, a leader within five seconds. */
export const labSettings: Settings = {
  electionTimeoutMs: [400, 800],
  heartbeatIntervalMs: 100,
  checkQuorum: true,
  preVote: false,
  maxEntriesPerAppend: 1_000,
};
