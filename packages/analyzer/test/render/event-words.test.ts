import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { eventWords } from '../../src/render/event-words.ts';

const of = { time: 0, node: 'n1', term: 3 } as const;
const message = { time: 0, node: 'n1', from: 'n1', to: 'n2', kind: 'AppendEntries' } as const;

test.each<[words: string, event: TraceEvent]>([
  ['leader, term 3', { ...of, event: 'role.changed', to: 'leader' }],
  ['follower', { ...of, term: undefined, event: 'role.changed', to: 'follower' }],
  ['campaigns, term 3', { ...of, event: 'election.started' }],
  ['asks for pre-votes, term 3', { ...of, event: 'election.started', preVote: true }],
  ['votes for n2, term 3', { ...of, event: 'vote.granted', candidate: 'n2' }],
  ['refuses n2, term 3', { ...of, event: 'vote.denied', candidate: 'n2' }],
  ['n2: yes', { ...of, event: 'vote.received', from: 'n2', granted: true }],
  ['n2: no', { ...of, event: 'vote.received', from: 'n2', granted: false }],
  ['follows n2, term 3', { ...of, event: 'leader.recognized', leader: 'n2' }],
  ['term 3', { ...of, event: 'term.changed', to: 3 }],
  ['election timer set', { ...of, event: 'timer.started', timer: 'election' }],
  ['election timer fires', { ...of, event: 'timer.expired', timer: 'election' }],
  ['commits 7', { ...of, event: 'commit.advanced', to: 7 }],
  ['applies 7', { ...of, event: 'entry.applied', index: 7 }],
  ['→ n2 AppendEntries', { ...message, event: 'message.sent' }],
  ['← n1 AppendEntries', { ...message, event: 'message.received' }],
  ['n1 → n2 AppendEntries: lost', { ...message, event: 'message.dropped' }],
  ['n1 → n2 AppendEntries: twice', { ...message, event: 'message.duplicated' }],
  ['deletes 4..', { ...of, event: 'log.truncated', fromIndex: 4 }],
  ['test T', { time: 0, event: 'test.started', test: 'T' }],
  ['test T passed', { time: 0, event: 'test.passed', test: 'T' }],
  ['test T failed: why', { time: 0, event: 'test.failed', test: 'T', message: 'why' }],
  ['test saw no-leader', { time: 0, event: 'test.observed', fact: 'no-leader' }],
  [
    'partition: n1, n2',
    { time: 0, event: 'fault.injected', fault: 'partition', nodes: ['n1', 'n2'] },
  ],
  ['end of partition', { time: 0, event: 'fault.cleared', fault: 'partition' }],
])('%s', (words, event) => {
  expect(eventWords([event])).toBe(words);
});
