import type { Bug } from '../bug.ts';

/** What the request does not name is cut off. */
export const truncateAlways: Bug = {
  name: 'truncate-always',
  edits: [
    {
      file: 'on-append-entries.ts',
      find: '  while (known < request.entries.length && termAt',
      replace: '  while (known < 0 && termAt',
    },
    {
      file: 'on-append-entries.ts',
      find: '  if (known >= request.entries.length) return;',
      replace: '  if (index > lastIndex(log) && known >= request.entries.length) return;',
    },
  ],
  rules: ['truncates-committed', 'leader-completeness', 'state-machine-safety'],
  sentence:
    'Only an entry that conflicts is deleted, with those behind it; what matches stays, for ' +
    'the request may be an old one (§5.3, Figure 2).',
  seen: [
    "Students' Guide to Raft",
    'willemt/raft 3fc7f32',
    'openraft 9540c90',
    'akka-raft raft-66 (DEMi)',
  ],
  scenarios: ['2B', '2C', '2D', 'chaos'],
};
