import type { Bug } from '../bug.ts';

/** A follower's entries reach the disk only along with a change of term or vote. */
export const ackBeforeSave: Bug = {
  name: 'ack-before-save',
  edits: [
    {
      file: 'effects.ts',
      find: 'const logDirty = fromIndex <= last;',
      replace:
        "const logDirty = fromIndex <= last && (server.stateDirty || server.role === 'leader');",
    },
  ],
  rules: ['leader-completeness', 'state-machine-safety'],
  sentence:
    'An entry counts as stored on a server once it is on its stable storage (Figure 2, §5.3).',
  seen: ['canonical/raft a54636b'],
  scenarios: ['2C', '2D', 'chaos'],
};
