import type { Bug } from '../bug.ts';

/** TimeoutNow is sent without waiting for the log of the target. */
export const transferBeforeCaughtUp: Bug = {
  name: 'transfer-before-caught-up',
  edits: [
    {
      file: 'transfer-leadership.ts',
      find: 'if (progress === undefined || progress.matchIndex < lastIndex(server.log)) return;',
      replace: 'if (progress === undefined) return;',
    },
  ],
  rules: [],
  sentence: "The target's log is brought up to date before it is told to campaign (thesis §3.10).",
  seen: ['openraft d000ee2 (transfer)'],
  scenarios: [],
};
