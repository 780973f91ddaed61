import { expect, test } from 'vitest';
import { staleReplyUsed } from '../../src/rules/stale-reply-used.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(staleReplyUsed, text);

test('violated: a vote of an older term is counted', () => {
  expect(
    verdict(
      `n1@4 candidate election.started
       n1@4 candidate vote.received n2 true rpcTerm=3 votes=2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1, in term 4, counted a vote of n2 from term 3
      1: n1@4 asks for votes
      2: n1@4 counts a vote by n2 asked in term 3 (has 2)"
  `);
});

test('violated: an acknowledgement of an older term moves matchIndex', () => {
  expect(
    verdict(
      `n1@4 leader message.received AppendEntriesResponse n2→n1 rpcTerm=3 success=true matchIndex=7
       n1@4 leader progress.updated n2 matchIndex=7 cause=accepted`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1, leader of term 4, took AppendEntriesResponse of term 3 for what n2 holds now
      1: n1@4 ← n2 AppendEntriesResponse of term 3 accepted match 7
      2: n1@4 progress of n2 match 7 (accepted)"
  `);
});

test.each([
  [
    'votes of this term',
    `n1@4 candidate election.started
     n1@4 candidate vote.received n2 true rpcTerm=4 votes=2`,
  ],
  [
    'an old vote is told and not counted',
    `n1@4 candidate election.started
     n1@4 candidate vote.received n2 true rpcTerm=3
     n1@4 candidate vote.received n3 false rpcTerm=3 votes=1`,
  ],
  [
    'a pre-vote asks about another term',
    `n1@4 pre-candidate vote.received n2 true preVote=true rpcTerm=3 votes=2
     n1@4 candidate vote.received n2 true rpcTerm=4 votes=2`,
  ],
  [
    'an old answer is passed over',
    `n1@4 leader message.received AppendEntriesResponse n2→n1 rpcTerm=3 success=true matchIndex=7
     n1@4 leader message.received AppendEntriesResponse n2→n1 rpcTerm=4 success=true matchIndex=6
     n1@4 leader progress.updated n2 matchIndex=6 cause=accepted`,
  ],
  [
    'an old answer to a snapshot, which stays true',
    `n1@4 leader message.received AppendEntriesResponse n3→n1 rpcTerm=4 success=true matchIndex=8
     n1@4 leader message.received InstallSnapshotResponse n2→n1 rpcTerm=3 matchIndex=7
     n1@4 leader progress.updated n2 matchIndex=7 cause=snapshot`,
  ],
  [
    'another follower moves',
    `n1@4 leader message.received AppendEntriesResponse n2→n1 rpcTerm=3 success=true matchIndex=7
     n1@4 leader progress.updated n3 matchIndex=6 cause=accepted`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'no reply is told',
    `n1@4 leader progress.updated n2 matchIndex=7 cause=accepted`,
    'replies, with their terms and what they change',
  ],
  [
    'a line is lost, maybe that of another reply',
    `n1@4 leader message.received AppendEntriesResponse n2→n1 rpcTerm=3 success=true matchIndex=7
     ~ n1@4 leader progress.updated n2 matchIndex=7 cause=accepted`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
