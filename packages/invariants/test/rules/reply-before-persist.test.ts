import { expect, test } from 'vitest';
import { replyBeforePersist } from '../../src/rules/reply-before-persist.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(replyBeforePersist, text);

test('violated: a vote that is not saved reaches its candidate', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 clock=virtual
       n1@2 follower state.persisted currentTerm=2
       n1@3 follower vote.granted n2
       n1@3 follower message.sent RequestVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true
       n2@3 candidate message.received RequestVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 sent n2 its vote of term 3, and had term 2 on its storage
      2: n1@2 persists (term 2, vote none)
      4: n1@3 → n2 RequestVoteResponse granted
      5: n2@3 ← n1 RequestVoteResponse granted"
  `);
});

test('violated: the term is saved, and the vote is not', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 clock=virtual
       n3@2 follower state.persisted currentTerm=2 votedFor=n1
       n1@3 follower message.sent RequestVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true
       n1@3 follower state.persisted currentTerm=3
       n2@3 candidate message.received RequestVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 sent n2 its vote of term 3, and had no vote on its storage
      3: n1@3 → n2 RequestVoteResponse granted
      4: n1@3 persists (term 3, vote none)
      5: n2@3 ← n1 RequestVoteResponse granted"
  `);
});

test('violated: entries are acknowledged that are not saved', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 clock=virtual
       n2@2 follower state.persisted currentTerm=2 lastLogIndex=4
       n2@2 follower log.appended 5 2
       n2@2 follower message.sent AppendEntriesResponse n2→n1 id=b rpcTerm=2 success=true matchIndex=5
       n1@2 leader message.received AppendEntriesResponse n2→n1 id=b rpcTerm=2 success=true matchIndex=5`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n2: n2 sent n1 AppendEntriesResponse of term 2 for index 5, and had its log through 4 on its storage
      2: n2@2 persists (term 2, vote none, log 4)
      4: n2@2 → n1 AppendEntriesResponse accepted match 5
      5: n1@2 ← n2 AppendEntriesResponse accepted match 5"
  `);
});

test('holds: it was saved in the moment of its receipt, and told behind that', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 clock=virtual
       n2@2 follower state.persisted currentTerm=2 lastLogIndex=4
       n2@2 follower log.appended 5 2
       n2@2 follower message.sent AppendEntriesResponse n2→n1 id=b rpcTerm=2 success=true matchIndex=5
       n1@2 leader message.received AppendEntriesResponse n2→n1 id=b rpcTerm=2 success=true matchIndex=5
       +0 n2@2 follower entry.applied 4
       +0 n2@2 follower state.persisted currentTerm=2 lastLogIndex=5
       n2@2 follower entry.applied 5`,
    ),
  ).toBe('holds');
});

test('violated: it is saved a moment after its receipt', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 clock=virtual
       n2@2 follower state.persisted currentTerm=2 lastLogIndex=4
       n2@2 follower log.appended 5 2
       n2@2 follower message.sent AppendEntriesResponse n2→n1 id=b rpcTerm=2 success=true matchIndex=5
       n1@2 leader message.received AppendEntriesResponse n2→n1 id=b rpcTerm=2 success=true matchIndex=5
       +0 n2@2 follower entry.applied 4
       +1 n2@2 follower state.persisted currentTerm=2 lastLogIndex=5`,
    ),
  ).toMatch(/^violated/);
});

test('violated: a leader whose term is not saved', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 clock=virtual
       n1@2 follower state.persisted currentTerm=2
       n1@3 leader message.sent AppendEntries n1→n2 id=c rpcTerm=3
       n2@3 follower message.received AppendEntries n1→n2 id=c rpcTerm=3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 sent n2 AppendEntries of term 3, and had term 2 on its storage
      2: n1@2 persists (term 2, vote none)
      3: n1@3 → n2 AppendEntries
      4: n2@3 ← n1 AppendEntries"
  `);
});

test('violated: a crash takes what was promised', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 clock=virtual
       n1@2 follower state.persisted currentTerm=2
       n1@3 follower message.sent RequestVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true
       n1@2 follower node.started
       n2@3 candidate message.received RequestVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 sent n2 its vote of term 3, and had term 2 on its storage
      3: n1@3 → n2 RequestVoteResponse granted
      4: n1@2 starts as follower
      5: n2@3 ← n1 RequestVoteResponse granted"
  `);
});

test('violated: on clocks of their own, the sender has heard of the receipt', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 clock=wall
       n1@2 follower state.persisted currentTerm=2
       n1@3 follower message.sent RequestVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true
       n2@3 candidate message.received RequestVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true
       n2@3 leader message.sent AppendEntries n2→n1 id=d rpcTerm=3
       n1@3 follower message.received AppendEntries n2→n1 id=d rpcTerm=3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 sent n2 its vote of term 3, and had term 2 on its storage
      2: n1@2 persists (term 2, vote none)
      3: n1@3 → n2 RequestVoteResponse granted
      4: n2@3 ← n1 RequestVoteResponse granted
      6: n1@3 ← n2 AppendEntries"
  `);
});

test.each([
  [
    'told as sent before it is saved, and received after',
    `trace.started nodes=n1,n2,n3 clock=virtual
     n1@2 follower state.persisted currentTerm=2
     n1@3 follower message.sent RequestVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true
     n1@3 follower state.persisted currentTerm=3 votedFor=n2
     n2@3 candidate message.received RequestVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true`,
  ],
  [
    'a request for votes binds once others count on it',
    `trace.started nodes=n1,n2,n3 clock=virtual
     n1@2 follower state.persisted currentTerm=2
     n1@3 candidate message.sent RequestVote n1→n2 id=a rpcTerm=3
     n2@3 follower message.received RequestVote n1→n2 id=a rpcTerm=3`,
  ],
  [
    'a pre-vote promises nothing',
    `trace.started nodes=n1,n2,n3 clock=virtual
     n1@2 follower state.persisted currentTerm=2
     n1@2 follower message.sent PreVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true
     n2@2 pre-candidate message.received PreVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true`,
  ],
  [
    'an acknowledgement that outlives what it was about',
    `trace.started nodes=n1,n2,n3 clock=virtual
     n2@2 follower state.persisted currentTerm=2 lastLogIndex=5
     n2@2 follower message.sent AppendEntriesResponse n2→n1 id=b rpcTerm=2 success=true matchIndex=5
     n2@3 follower log.truncated 4
     n1@2 leader message.received AppendEntriesResponse n2→n1 id=b rpcTerm=2 success=true matchIndex=5`,
  ],
  [
    'on clocks of their own, the receipt may have come later',
    `trace.started nodes=n1,n2,n3 clock=wall
     n1@2 follower state.persisted currentTerm=2
     n1@3 follower message.sent RequestVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true
     n2@3 candidate message.received RequestVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true
     n1@3 follower state.persisted currentTerm=3 votedFor=n2`,
  ],
  [
    'the message is lost with the crash',
    `trace.started nodes=n1,n2,n3 clock=virtual
     n1@2 follower state.persisted currentTerm=2
     n1@3 follower message.sent RequestVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true
     n1@2 follower node.started
     n2@2 follower message.received AppendEntries n3→n2 id=e rpcTerm=2`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'nobody tells of storage',
    `trace.started nodes=n1,n2,n3 clock=virtual
     n1@3 follower message.sent RequestVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true
     n2@3 candidate message.received RequestVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true`,
    'messages with ids, and what became durable when',
  ],
  [
    'messages have no ids',
    `trace.started nodes=n1,n2,n3 clock=virtual
     n1@2 follower state.persisted currentTerm=2
     n1@3 follower message.sent RequestVoteResponse n1→n2 rpcTerm=3 voteGranted=true
     n2@3 candidate message.received RequestVoteResponse n1→n2 rpcTerm=3 voteGranted=true`,
    'messages with ids, and what became durable when',
  ],
  [
    'a line is lost, maybe that of the write',
    `trace.started nodes=n1,n2,n3 clock=virtual
     n1@2 follower state.persisted currentTerm=2
     n1@3 follower message.sent RequestVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true
     ~ n1@3 follower timer.started election
     n2@3 candidate message.received RequestVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});

test.each([
  [4, 'violated (violation) term 3, n1'],
  [5, 'unknown: 1 line lost'],
])('the next line of the sender is number %d', (seq, wanted) => {
  const text = `trace.started nodes=n1,n2,n3 clock=virtual
       n1@2 follower state.persisted currentTerm=2
       n1@3 follower vote.granted n2
       n1@3 follower message.sent RequestVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true
       n2@3 candidate message.received RequestVoteResponse n1→n2 id=a rpcTerm=3 voteGranted=true
       n1@3 follower timer.started election seq=${seq}`;
  expect(verdict(text)).toContain(wanted);
});
