import type { Bug } from '../bug.ts';

/** A peer counts as heard from when something was sent to it. */
export const contactWhenSent: Bug = {
  name: 'contact-when-sent',
  edits: [
    {
      file: 'send.ts',
      find: `  const prevLogIndex = progress.nextIndex - 1;
`,
      replace: `  const prevLogIndex = progress.nextIndex - 1;
  progress.lastContact = server.now;
`,
    },
  ],
  rules: ['stale-leader'],
  sentence:
    'A leader needs answers of a majority, heartbeats that nobody answers say nothing ' +
    '(thesis §6.2).',
  seen: [],
  scenarios: ['chaos'],
};
