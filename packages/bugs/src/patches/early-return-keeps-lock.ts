import type { Bug } from '../bug.ts';

/** A bug of the host: an early return that keeps the lock. */
export const earlyReturnKeepsLock: Bug = {
  name: 'early-return-keeps-lock',
  edits: [],
  host: 'early-return-keeps-lock',
  rules: ['lock-kept'],
  sentence: 'A server answers within a time far below the election timeout (§5.6).',
  seen: ['6.824 Lab 2 notes (timothya.com)', 'baidu/braft 247d5cc'],
  scenarios: ['threads'],
};
