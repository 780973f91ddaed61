import type { Bug } from '../bug.ts';

/** Entries replace others one by one; what stands behind them stays. */
export const conflictKeepsTail: Bug = {
  name: 'conflict-keeps-tail',
  edits: [
    {
      file: 'on-append-entries.ts',
      find: `  if (index <= lastIndex(log)) truncate(server, index);
`,
      replace: '',
    },
    {
      file: 'on-append-entries.ts',
      find: '  for (const entry of fresh) append(log, entry);',
      replace: '  log.entries.splice(index - log.baseIndex - 1, fresh.length, ...fresh);',
    },
  ],
  rules: ['log-matching', 'state-machine-safety'],
  sentence:
    'With a conflicting entry all that follow it are deleted (Figure 2, AppendEntries ' +
    'receiver, rule 3).',
  seen: ['hashicorp/raft#697 (related)'],
  scenarios: ['2B', '2C'],
};
