import { expect, test } from 'vitest';
import { higherTermIgnored } from '../../src/rules/higher-term-ignored.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(higherTermIgnored, text);

test('violated: a leader stays in its term', () => {
  expect(
    verdict(
      `n1@2 leader message.received AppendEntriesResponse n2→n1 rpcTerm=3
       n1@2 leader message.sent AppendEntries n1→n2 rpcTerm=2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 received AppendEntriesResponse of term 3 from n2 and stayed in term 2; it must become follower of term 3
      1: n1@2 ← n2 AppendEntriesResponse of term 3
      2: n1@2 → n2 AppendEntries"
  `);
});

test('violated: a leader takes the term and keeps its role', () => {
  expect(
    verdict(
      `n1@2 leader message.received RequestVote n2→n1 rpcTerm=3
       n1@3 leader term.changed 2→3
       n1@3 leader vote.granted n2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 received RequestVote of term 3 from n2 and kept the role of leader in that term; it must become follower of term 3
      1: n1@2 ← n2 RequestVote of term 3
      3: n1@3 votes for n2"
  `);
});

test('violated: a candidate takes the term and keeps its role', () => {
  expect(
    verdict(
      `n1@2 candidate message.received RequestVote n2→n1 rpcTerm=5
       n1@5 candidate vote.granted n2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 5, n1: n1 received RequestVote of term 5 from n2 and kept the role of candidate in that term; it must become follower of term 5
      1: n1@2 ← n2 RequestVote of term 5
      2: n1@5 votes for n2"
  `);
});

test('violated: a follower denies a vote without taking the term', () => {
  expect(
    verdict(
      `n1@2 follower message.received RequestVote n2→n1 rpcTerm=3
       n1@2 follower vote.denied n2 cause=log-behind`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 received RequestVote of term 3 from n2 and stayed in term 2; it must become follower of term 3
      1: n1@2 ← n2 RequestVote of term 3
      2: n1@2 denies n2 a vote (log-behind)"
  `);
});

test('violated: a leader steps down and stays in its term', () => {
  expect(
    verdict(
      `n1@2 leader message.received RequestVote n2→n1 rpcTerm=3
       n1@2 role.changed leader→follower
       n1@2 follower vote.denied n2 cause=log-behind`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 received RequestVote of term 3 from n2 and stayed in term 2; it must become follower of term 3
      1: n1@2 ← n2 RequestVote of term 3
      3: n1@2 denies n2 a vote (log-behind)"
  `);
});

test.each([
  [
    'the term first, the role next',
    `n1@2 leader message.received RequestVote n2→n1 rpcTerm=3
       n1@3 leader term.changed 2→3
       n1@3 role.changed leader→follower`,
  ],
  [
    'the role first, the term next',
    `n1@2 leader message.received RequestVote n2→n1 rpcTerm=3
       n1@2 role.changed leader→follower
       n1@2 follower timer.started election
       n1@3 follower term.changed 2→3
       n1@3 follower vote.granted n2`,
  ],
  [
    'a learner stays learner',
    `n4@2 learner message.received AppendEntries n2→n4 rpcTerm=3
       n4@3 learner append.accepted`,
  ],
  [
    'it moved on further by itself',
    `n1@2 follower message.received RequestVote n2→n1 rpcTerm=3
       n1@4 candidate election.started`,
  ],
  [
    'a vote refused while the leader is heard',
    `n1@2 follower message.received RequestVote n2→n1 rpcTerm=3
       n1@2 follower vote.denied n2 cause=leader-alive`,
  ],
  [
    'a restart that tells its configuration first',
    `n1@2 follower message.received AppendEntries n2→n1 rpcTerm=3
     n1@2 follower config.appended voters=n1,n2 inc=1
     n1@2 follower message.received AppendEntries n2→n1 rpcTerm=3 inc=1
     n1@3 follower append.accepted inc=1`,
  ],
  [
    'a restart between',
    `n1@2 follower message.received RequestVote n2→n1 rpcTerm=3
       n1@2 node.crashed
       n1@2 follower node.started
       n1@2 follower message.received AppendEntries n2→n1 rpcTerm=3
       n1@3 follower append.accepted`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'a pre-vote moves no term',
    `n1@2 follower message.received PreVote n2→n1 rpcTerm=3
       n1@2 follower vote.granted n2 preVote=true`,
    'messages received, with seq and both terms',
  ],
  [
    'a message of an unknown kind',
    `n1@2 follower message.received Other n2→n1 rpcTerm=3
       n1@2 follower timer.expired election`,
    'messages received, with seq and both terms',
  ],
  [
    'the line after the receipt is missing',
    `n1@2 leader message.received RequestVote n2→n1 rpcTerm=3
       ~ n1@3 leader message.sent AppendEntries n1→n2`,
    'messages received, with seq and both terms',
  ],
  [
    'no newer term comes',
    `n1@2 leader message.received RequestVote n2→n1 rpcTerm=2
       n1@2 leader vote.denied n2`,
    'messages received, with seq and both terms',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
