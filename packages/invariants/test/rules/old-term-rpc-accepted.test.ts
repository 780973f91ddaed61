import { expect, test } from 'vitest';
import { oldTermRpcAccepted } from '../../src/rules/old-term-rpc-accepted.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(oldTermRpcAccepted, text);

test('violated: entries of an old leader are appended', () => {
  expect(
    verdict(
      `n1@4 follower message.received AppendEntries n2→n1 rpcTerm=3
       n1@4 follower log.appended 5 3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1, in term 4, received AppendEntries of term 3 from n2 and appended from index 5 on
      1: n1@4 ← n2 AppendEntries of term 3
      2: n1@4 appends 5@3"
  `);
});

test('violated: an old heartbeat is accepted', () => {
  expect(
    verdict(
      `n1@4 follower message.received AppendEntries n2→n1 rpcTerm=3
       n1@4 follower append.accepted leader=n2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1, in term 4, received AppendEntries of term 3 from n2 and accepted it
      1: n1@4 ← n2 AppendEntries of term 3
      2: n1@4 accepts entries from n2"
  `);
});

test('violated: an old candidate gets the vote', () => {
  expect(
    verdict(
      `n1@4 follower message.received RequestVote n2→n1 rpcTerm=3
       n1@4 follower vote.granted n2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1, in term 4, received RequestVote of term 3 from n2 and voted for it
      1: n1@4 ← n2 RequestVote of term 3
      2: n1@4 votes for n2"
  `);
});

test('violated: an old leader is recognized', () => {
  expect(
    verdict(
      `n1@4 follower message.received AppendEntries n2→n1 rpcTerm=3
       n1@4 follower leader.recognized n2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1, in term 4, received AppendEntries of term 3 from n2 and took n2 for the leader
      1: n1@4 ← n2 AppendEntries of term 3
      2: n1@4 recognizes leader n2"
  `);
});

test('violated: an old snapshot is installed', () => {
  expect(
    verdict(
      `n1@4 follower message.received InstallSnapshot n2→n1 rpcTerm=3
       n1@4 follower snapshot.installed 9 peer=n2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1, in term 4, received InstallSnapshot of term 3 from n2 and installed a snapshot through index 9
      1: n1@4 ← n2 InstallSnapshot of term 3
      2: n1@4 installs snapshot 9 from n2"
  `);
});

test('violated: entries are deleted for it', () => {
  expect(
    verdict(
      `n1@4 follower message.received AppendEntries n2→n1 rpcTerm=3
       n1@4 follower log.truncated 5`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1, in term 4, received AppendEntries of term 3 from n2 and deleted entries from index 5 on
      1: n1@4 ← n2 AppendEntries of term 3
      2: n1@4 deletes 5.."
  `);
});

test('violated: the election timer begins again', () => {
  expect(
    verdict(
      `n1@4 follower message.received AppendEntries n2→n1 rpcTerm=3
       n1@4 follower timer.started election
       n1@4 follower append.rejected leader=n2 cause=stale-term`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1, in term 4, received AppendEntries of term 3 from n2 and restarted its election timer
      1: n1@4 ← n2 AppendEntries of term 3
      2: n1@4 sets election timer"
  `);
});

test.each([
  [
    'it is refused',
    `n1@4 follower message.received AppendEntries n2→n1 rpcTerm=3
     n1@4 follower append.rejected leader=n2 cause=stale-term
     n1@4 follower message.sent AppendEntriesResponse n1→n2 rpcTerm=4 success=false
     n1@4 follower timer.started election`,
  ],
  [
    'an old candidate is refused',
    `n1@4 follower message.received RequestVote n2→n1 rpcTerm=3
     n1@4 follower vote.denied n2 cause=stale-term
     n1@4 follower message.sent RequestVoteResponse n1→n2 rpcTerm=4 voteGranted=false`,
  ],
  [
    'a pre-vote may be of any term',
    `n1@4 follower message.received AppendEntriesResponse n2→n1 rpcTerm=3
     n1@4 follower message.received PreVote n2→n1 rpcTerm=3
     n1@4 follower vote.granted n2 preVote=true`,
  ],
  [
    'another request is at work too',
    `n1@4 follower message.received AppendEntries n3→n1 rpcTerm=4
     n1@4 follower message.received AppendEntries n2→n1 rpcTerm=3
     n1@4 follower log.appended 5 4`,
  ],
  [
    'a leader goes on with its own work',
    `n1@4 leader message.received AppendEntries n2→n1 rpcTerm=3
     n1@4 leader log.appended 5 4`,
  ],
  [
    'a timer of another thread',
    `n1@4 follower message.received AppendEntries n2→n1 rpcTerm=3
     n1@4 follower lock.waiting mu
     n1@4 follower timer.started election`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'no request of an older term',
    `n1@4 follower message.received AppendEntries n2→n1 rpcTerm=4
     n1@4 follower append.accepted leader=n2`,
    'requests of an older term, with seq and both terms',
  ],
  [
    'a line is lost, maybe that of another request',
    `n1@4 follower message.received AppendEntries n2→n1 rpcTerm=3
     ~ n1@4 follower append.accepted leader=n2`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
