import { expect, test } from 'vitest';
import { doubleVote } from '../../src/rules/double-vote.ts';
import { judged } from '../judged.ts';

test('violated: two candidates in one term', () => {
  expect(
    judged(
      doubleVote,
      `n1@3 follower vote.granted n2
       n1@3 follower vote.granted n3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 voted for n2 and then for n3 in term 3
      1: n1@3 votes for n2
      2: n1@3 votes for n3"
  `);
});

test('violated: the vote is forgotten in a restart', () => {
  expect(
    judged(
      doubleVote,
      `n1@3 follower vote.granted n2
       n1@3 follower node.crashed
       n1@3 follower node.started
       n1@3 follower vote.granted n3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 voted for n2 and then for n3 in term 3
      1: n1@3 votes for n2
      4: n1@3 votes for n3"
  `);
});

test('violated: a candidate votes for another one in its own term', () => {
  expect(
    judged(
      doubleVote,
      `n1@3 candidate election.started
       n1@3 follower vote.granted n2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 voted for n1 and then for n2 in term 3
      1: n1@3 asks for votes
      2: n1@3 votes for n2"
  `);
});

test('violated: the vote was durable, and then it was not', () => {
  expect(
    judged(
      doubleVote,
      `n1@3 follower vote.granted n2
       n1@3 follower state.persisted currentTerm=3 votedFor=n2
       n1@3 follower node.crashed
       n1@3 follower node.started
       n1@3 follower vote.granted n3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 voted for n2 and then for n3 in term 3
      1: n1@3 votes for n2
      5: n1@3 votes for n3"
  `);
});

test('holds: what became durable after the vote was older, and then the server died', () => {
  expect(
    judged(
      doubleVote,
      `n1@3 follower vote.granted n2
       n1@3 follower state.persisted currentTerm=2 votedFor=n3
       n1@3 follower node.crashed
       n1@2 follower node.started
       n1@3 follower vote.granted n3`,
    ),
  ).not.toContain('violated');
});

test('violated: the candidate counted a vote that was never made durable', () => {
  expect(
    judged(
      doubleVote,
      `n1@2 follower state.persisted currentTerm=2
       n1@3 follower vote.granted n2
       n1@3 follower node.crashed
       n2@3 candidate message.received RequestVoteResponse n1→n2 rpcTerm=3 voteGranted=true
       n1@2 follower node.started
       n1@3 follower vote.granted n3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 voted for n2 and then for n3 in term 3
      2: n1@3 votes for n2
      6: n1@3 votes for n3"
  `);
});

test('violated: lines lost between do not excuse it', () => {
  expect(
    judged(
      doubleVote,
      `n1@3 follower vote.granted n2
       ~ n1@3 follower vote.granted n3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 voted for n2 and then for n3 in term 3
      1: n1@3 votes for n2
      2: n1@3 votes for n3"
  `);
});

test.each([
  [
    'one vote a term',
    `n1@3 follower vote.granted n2
     n1@4 follower vote.granted n3`,
  ],
  [
    'the same vote again, to a request that came twice',
    `n1@3 follower vote.granted n2
     n1@3 follower vote.granted n2`,
  ],
  [
    'the same vote again after a restart',
    `n1@3 follower vote.granted n2
     n1@3 follower node.crashed
     n1@3 follower node.started votedFor=n2
     n1@3 follower vote.granted n2`,
  ],
  [
    'a pre-vote binds nobody',
    `n1@3 follower vote.granted n2
     n1@3 follower vote.granted n3 preVote=true
     n1@3 pre-candidate election.started preVote=true`,
  ],
  [
    'a candidate that campaigns again',
    `n1@3 candidate election.started
     n1@4 candidate election.started
     n2@4 follower vote.granted n1`,
  ],
  [
    'a crash takes a vote before it is durable',
    `n1@2 follower state.persisted currentTerm=2
     n1@3 follower vote.granted n2
     n1@3 follower node.crashed
     n1@2 follower node.started
     n1@3 follower vote.granted n3`,
  ],
  [
    'the storage after a crash knows nothing of the term',
    `n1@3 candidate election.started
     n1@0 node.started
     n1@3 follower vote.granted n3`,
  ],
  [
    'two servers vote for two candidates',
    `n1@3 follower vote.granted n2
     n3@3 follower vote.granted n4`,
  ],
])('holds: %s', (_, text) => {
  const spoken = ['n1', 'n2', 'n3', 'n4'].map((node) => `${node} lock.acquired mu`).join('\n');
  expect(judged(doubleVote, `${text}\n${spoken}`)).toBe('holds');
});

test.each([
  [
    'nobody tells of votes',
    `n1 timer.expired election
     n1 role.changed follower→candidate`,
    'votes, told by the voters',
  ],
  [
    'the terms are not told, and one server is silent',
    `trace.started nodes=n1,n2,n3
     n1 vote.granted n2
     n2 vote.granted n2`,
    'the lines of every server',
  ],
  [
    'a line is missing',
    `n1@3 vote.granted n2
     ~ n1@4 vote.granted n2`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(judged(doubleVote, text)).toBe(`unknown: ${missing}`);
});
