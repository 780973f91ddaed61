import type { Bug } from '../bug.ts';

/** Who asks with an old term never learns the new one. */
export const replyWithRequestTerm: Bug = {
  name: 'reply-with-request-term',
  edits: [
    {
      file: 'send.ts',
      find: `    kind: 'AppendEntriesResponse',
    from: server.id,
    to: request.from,
    term: server.currentTerm,`,
      replace: `    kind: 'AppendEntriesResponse',
    from: server.id,
    to: request.from,
    term: request.term,`,
    },
    {
      file: 'send.ts',
      find: `    kind: 'RequestVoteResponse',
    from: server.id,
    to: request.from,
    term: server.currentTerm,`,
      replace: `    kind: 'RequestVoteResponse',
    from: server.id,
    to: request.from,
    term: request.term,`,
    },
  ],
  rules: ['stale-leader', 'election-livelock'],
  sentence: 'Every answer carries currentTerm, so that who asked can update itself (Figure 2).',
  seen: ['nats-io/nats-server d1a5a38', 'canonical/raft 05746af'],
  scenarios: [],
};
