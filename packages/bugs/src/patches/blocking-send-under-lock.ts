import type { Bug } from '../bug.ts';

/** A bug of the host: a blocking channel send while holding the lock. */
export const blockingSendUnderLock: Bug = {
  name: 'blocking-send-under-lock',
  edits: [],
  host: 'blocking-send-under-lock',
  rules: ['lock-cycle'],
  sentence: 'A server answers within a time far below the election timeout (§5.6).',
  seen: ['6.824 Lab 2 notes (timothya.com)', 'hashicorp/raft#498'],
  scenarios: ['threads'],
};
