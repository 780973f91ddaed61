import type { Bug } from '../bug.ts';

/** A majority is enough, whatever the term of the entry. */
export const commitOldTerm: Bug = {
  name: 'commit-old-term',
  edits: [
    {
      file: 'commit.ts',
      find: `    if (termAt(server.log, index) !== server.currentTerm) return;
`,
      replace: '',
    },
  ],
  rules: ['figure-8', 'leader-completeness', 'state-machine-safety'],
  sentence:
    'A leader commits by counting copies only entries of its own term; older ones follow ' +
    'along (§5.4.2, Figure 8).',
  seen: [
    'nats-io/nats-server c8687fc',
    'canonical/raft#336',
    'PySyncObj#169 (SandTable)',
    "Students' Guide to Raft",
  ],
  scenarios: ['2B', '2C', '2D', 'chaos'],
};
