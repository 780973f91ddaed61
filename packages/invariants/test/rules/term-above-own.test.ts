import { expect, test } from 'vitest';
import { termAboveOwn } from '../../src/rules/term-above-own.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(termAboveOwn, text);

test('violated: a request of a later term', () => {
  expect(
    verdict(
      `n1@3 leader role.changed candidate→leader
       n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1, in term 3, sent AppendEntries of term 4 to n2
      1: n1@3 candidate ⇒ leader
      2: n1@3 → n2 AppendEntries of term 4"
  `);
});

test('violated: a reply of a later term', () => {
  expect(
    verdict(`n1@3 follower message.sent RequestVoteResponse n1→n2 rpcTerm=5 voteGranted=false`),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1, in term 3, sent RequestVoteResponse of term 5 to n2
      1: n1@3 → n2 RequestVoteResponse of term 5 denied"
  `);
});

test('violated: a reply that repeats the older term of its request', () => {
  expect(
    verdict(
      `n1@4 follower message.received AppendEntries n2→n1 rpcTerm=3
       n1@4 follower append.rejected leader=n2 cause=stale-term
       n1@4 follower message.sent AppendEntriesResponse n1→n2 rpcTerm=3 success=false`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1, in term 4, answered n2 with AppendEntriesResponse of term 3
      1: n1@4 ← n2 AppendEntries of term 3
      3: n1@4 → n2 AppendEntriesResponse of term 3 rejected"
  `);
});

test.each([
  [
    'their own term',
    `n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3
     n2@3 follower message.received AppendEntries n1→n2 rpcTerm=3
     n2@3 follower message.sent AppendEntriesResponse n2→n1 rpcTerm=3 success=true`,
  ],
  [
    'a pre-vote asks about the next term',
    `n1@3 pre-candidate message.sent PreVote n1→n2 rpcTerm=4
     n2@3 follower message.sent PreVoteResponse n2→n1 rpcTerm=4 voteGranted=true
     n1@3 pre-candidate message.sent RequestVote n1→n2 rpcTerm=3`,
  ],
  [
    'a message that was made before the term moved',
    `n1@4 follower message.sent AppendEntries n1→n2 rpcTerm=3`,
  ],
  [
    'a reply of the past, while another request waits for its own',
    `n1@3 follower message.received AppendEntries n2→n1 rpcTerm=3
     n1@4 follower term.changed 3→4
     n1@4 follower message.received AppendEntries n2→n1 rpcTerm=3
     n1@4 follower message.sent AppendEntriesResponse n1→n2 rpcTerm=3 success=true`,
  ],
  [
    'a refusal with the newer term',
    `n1@4 follower message.received AppendEntries n2→n1 rpcTerm=3
     n1@4 follower message.sent AppendEntriesResponse n1→n2 rpcTerm=4 success=false`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'no message is told',
    `n1@3 leader role.changed candidate→leader`,
    'messages sent, with both terms',
  ],
  [
    "the sender's own term is not told",
    `n1 leader message.sent AppendEntries n1→n2 rpcTerm=3`,
    'messages sent, with both terms',
  ],
  [
    'a line is lost, maybe that of another request',
    `n1@4 follower message.received AppendEntries n2→n1 rpcTerm=3
     ~ n1@4 follower message.sent AppendEntriesResponse n1→n2 rpcTerm=3 success=false`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
