import type { TraceEvent } from '@raftlens/trace';

const head = { time: 1, node: 'n1', seq: 1, inc: 1, term: 2, role: 'follower' } as const;

/** For each thing that a campaign can reach, the smallest event that shows it. */
export const samples: readonly { readonly name: string; readonly event: TraceEvent }[] = [
  { name: 'election', event: { ...head, event: 'election.started' } },
  { name: 'vote-granted', event: { ...head, event: 'vote.granted', candidate: 'n2' } },
  denial('vote-denied-stale-term', 'stale-term'),
  denial('vote-denied-already-voted', 'already-voted'),
  denial('vote-denied-log-behind', 'log-behind'),
  { name: 'leader-elected', event: { ...head, event: 'role.changed', to: 'leader' } },
  step('candidate-yields', 'candidate', 'leader-discovered'),
  step('leader-deposed', 'leader', 'higher-term'),
  step('quorum-lost', 'leader', 'quorum-lost'),
  refusal('append-refused-stale-term', 'stale-term'),
  refusal('append-refused-short-log', 'log-too-short'),
  refusal('append-refused-conflict', 'term-mismatch'),
  { name: 'log-truncated', event: { ...head, event: 'log.truncated', fromIndex: 3 } },
  { name: 'entry-proposed', event: { ...head, event: 'entry.proposed', index: 3 } },
  {
    name: 'commit-by-counting',
    event: { ...head, role: 'leader', event: 'commit.advanced', to: 3 },
  },
  { name: 'commit-learned', event: { ...head, event: 'commit.advanced', to: 3 } },
  { name: 'restart-with-state', event: { ...head, event: 'node.started' } },
  { name: 'snapshot-taken', event: { ...head, event: 'snapshot.taken', index: 3 } },
  { name: 'snapshot-installed', event: { ...head, event: 'snapshot.installed', index: 3 } },
  { name: 'pre-vote', event: { ...head, event: 'election.started', preVote: true } },
  {
    name: 'configuration-committed',
    event: { ...head, event: 'config.committed', voters: ['n1'] },
  },
  {
    name: 'joint-consensus',
    event: { ...head, event: 'config.appended', voters: ['n1'], votersOutgoing: ['n2'] },
  },
  { name: 'leadership-transferred', event: { ...head, event: 'transfer.finished', target: 'n2' } },
  { name: 'read-served', event: { ...head, event: 'read.served', mode: 'lease' } },
  message('message-lost', 'message.dropped'),
  message('message-duplicated', 'message.duplicated'),
  { name: 'crash', event: { ...head, event: 'node.crashed' } },
  { name: 'fault', event: { time: 1, event: 'fault.injected', fault: 'pause' } },
];

function denial(name: string, cause: string): { name: string; event: TraceEvent } {
  return { name, event: { ...head, event: 'vote.denied', candidate: 'n2', cause } };
}

function refusal(name: string, cause: string): { name: string; event: TraceEvent } {
  return { name, event: { ...head, event: 'append.rejected', cause } };
}

function step(
  name: string,
  from: 'candidate' | 'leader',
  cause: string,
): { name: string; event: TraceEvent } {
  return { name, event: { ...head, event: 'role.changed', from, to: 'follower', cause } };
}

function message(
  name: string,
  event: 'message.dropped' | 'message.duplicated',
): { name: string; event: TraceEvent } {
  return { name, event: { time: 1, event, kind: 'RequestVote', from: 'n1', to: 'n2' } };
}
