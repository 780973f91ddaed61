import { expect, test } from 'vitest';
import { amnesia } from '../../src/rules/amnesia.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string =>
  judged(
    amnesia,
    `trace.started clock=virtual
${text}`,
  );

test('violated: the term that others have seen is gone', () => {
  expect(
    verdict(
      `n1@3 follower node.started
       n2@3 leader message.received AppendEntriesResponse n1→n2 rpcTerm=3 success=false
       n1@2 follower node.started`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 restarted in term 2, after it had shown term 3
      3: n2@3 ← n1 AppendEntriesResponse rejected
      4: n1@2 starts as follower"
  `);
});

test('violated: the vote is gone', () => {
  expect(
    verdict(
      `n1@2 follower node.started votedFor=n3
       n2@3 candidate message.received RequestVoteResponse n1→n2 rpcTerm=3 voteGranted=true
       n1@3 follower node.started`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 restarted in term 3 without a vote, after n2 had received its vote
      3: n2@3 ← n1 RequestVoteResponse granted
      4: n1@3 starts as follower"
  `);
});

test('violated: the vote is another one', () => {
  expect(
    verdict(
      `n1@2 follower node.started
       n2@3 candidate message.received RequestVoteResponse n1→n2 rpcTerm=3 voteGranted=true
       n1@3 follower node.started votedFor=n3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 restarted in term 3 with a vote for n3, after n2 had received its vote
      3: n2@3 ← n1 RequestVoteResponse granted
      4: n1@3 starts as follower (voted for n3)"
  `);
});

test('violated: acknowledged entries are gone', () => {
  expect(
    verdict(
      `n1@3 follower node.started lastLogIndex=4
       n2@3 leader message.received AppendEntriesResponse n1→n2 rpcTerm=3 success=true matchIndex=7
       n1@3 follower node.started lastLogIndex=4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 restarted with a log through 4, after it had acknowledged index 7
      3: n2@3 ← n1 AppendEntriesResponse accepted match 7
      4: n1@3 starts as follower (log 4)"
  `);
});

test('violated: saved entries are gone', () => {
  expect(
    verdict(
      `n1@3 follower node.started lastLogIndex=4
       n1@3 follower state.persisted currentTerm=3 lastLogIndex=7
       n1@3 follower node.crashed
       n1@3 follower node.started lastLogIndex=4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 restarted with a log through 4, after it had saved index 7
      3: n1@3 persists (term 3, vote none, log 7)
      5: n1@3 starts as follower (log 4)"
  `);
});

test('violated: on clocks of their own, the server has shown the term itself', () => {
  expect(
    judged(
      amnesia,
      `n1@3 follower node.started
       n1@3 follower timer.started election
       n2@3 leader message.received AppendEntriesResponse n1→n2 rpcTerm=3 success=false
       n1@2 follower node.started`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 restarted in term 2, after it had shown term 3
      3: n2@3 ← n1 AppendEntriesResponse rejected
      4: n1@2 starts as follower"
  `);
});

test('holds: on clocks of their own, what was received may have been sent after the start', () => {
  expect(
    judged(
      amnesia,
      `n1@1 follower node.started
       n2@3 leader message.received AppendEntriesResponse n1→n2 rpcTerm=3 success=true matchIndex=7
       n3@3 candidate message.received RequestVoteResponse n1→n3 rpcTerm=3 voteGranted=true
       n1@1 follower node.started lastLogIndex=4`,
    ),
  ).toBe('holds');
});

test.each([
  [
    'everything is there',
    `n1@2 follower node.started lastLogIndex=4
     n2@3 candidate message.received RequestVoteResponse n1→n2 rpcTerm=3 voteGranted=true
     n2@3 leader message.received AppendEntriesResponse n1→n2 rpcTerm=3 success=true matchIndex=7
     n1@3 follower node.started lastLogIndex=7 votedFor=n2`,
  ],
  [
    'the vote of an older term may be forgotten',
    `n1@2 follower node.started
     n2@3 candidate message.received RequestVoteResponse n1→n2 rpcTerm=3 voteGranted=true
     n1@4 follower node.started lastLogIndex=0`,
  ],
  [
    'what nobody received is nobody counts on',
    `n1@2 follower node.started lastLogIndex=4
     n1@3 follower message.sent RequestVoteResponse n1→n2 rpcTerm=3 voteGranted=true
     n1@2 follower node.started lastLogIndex=4`,
  ],
  [
    'what was acknowledged was cut off since',
    `n1@3 follower node.started lastLogIndex=4
     n2@3 leader message.received AppendEntriesResponse n1→n2 rpcTerm=3 success=true matchIndex=7
     n1@4 follower log.truncated 5
     n1@4 follower node.started lastLogIndex=5`,
  ],
  [
    'an acknowledgement that comes after the cut',
    `n1@3 follower node.started lastLogIndex=7
     n1@4 follower log.truncated 5
     n2@3 leader message.received AppendEntriesResponse n1→n2 rpcTerm=3 success=true matchIndex=7
     n1@4 follower node.started lastLogIndex=5`,
  ],
  [
    'commitIndex may begin anew',
    `n1@3 follower node.started lastLogIndex=4 commitIndex=4
     n1@3 follower node.started lastLogIndex=4 commitIndex=0`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'nobody restarts',
    `n1@3 follower node.started lastLogIndex=4
     n2@3 leader message.received AppendEntriesResponse n1→n2 rpcTerm=3 success=true matchIndex=7`,
    'restarts, with what the storage held',
  ],
  [
    'lines are lost, among which may be a deletion',
    `n1@3 follower node.started lastLogIndex=4
     n2@3 leader message.received AppendEntriesResponse n1→n2 rpcTerm=3 success=true matchIndex=7
     ~ n1@3 follower node.started lastLogIndex=4`,
    'the lines before a restart with a shorter log, all of them',
  ],
  [
    'lines of a program that does not count them may be lost',
    `n1@3 follower node.started lastLogIndex=4
     n2@3 leader message.received AppendEntriesResponse n1→n2 rpcTerm=3 success=true matchIndex=7
     ~ n1@3 follower node.crashed
     n1@3 follower node.started lastLogIndex=4`,
    'the lines before a restart with a shorter log, all of them',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
