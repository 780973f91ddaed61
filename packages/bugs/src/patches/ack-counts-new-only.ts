import type { Bug } from '../bug.ts';

/** The answer counts only the entries that were new. */
export const ackCountsNewOnly: Bug = {
  name: 'ack-counts-new-only',
  edits: [
    {
      file: 'on-append-entries.ts',
      find: 'function storeEntries(server: Server, request: AppendEntries): void {',
      replace: 'function storeEntries(server: Server, request: AppendEntries): number {',
    },
    {
      file: 'on-append-entries.ts',
      find: `  if (known >= request.entries.length) return;
`,
      replace: `  if (known >= request.entries.length) return 0;
`,
    },
    {
      file: 'on-append-entries.ts',
      find: `  enterConfigurations(server, index, fresh);
}`,
      replace: `  enterConfigurations(server, index, fresh);
  return fresh.length;
}`,
    },
    {
      file: 'on-append-entries.ts',
      find: `  storeEntries(server, request);
  const lastNewIndex = request.prevLogIndex + request.entries.length;`,
      replace: '  const lastNewIndex = request.prevLogIndex + storeEntries(server, request);',
    },
  ],
  rules: ['append-reply-commit'],
  sentence:
    'A follower that holds all entries of a request agrees with the leader through the last ' +
    'of them, new or not (§5.3).',
  seen: [],
  scenarios: ['chaos'],
};
