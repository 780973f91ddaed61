import { expect, test } from 'vitest';
import { leaderVotesItself } from '../../src/rules/leader-votes-itself.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(leaderVotesItself, text);

test('violated: a leader votes for another', () => {
  expect(
    verdict(
      `n1@3 leader role.changed candidate→leader
       n1@3 leader vote.granted n2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1, leader of term 3, voted for n2
      1: n1@3 candidate ⇒ leader
      2: n1@3 votes for n2"
  `);
});

test('violated: its vote on storage is for another', () => {
  expect(
    verdict(
      `n1@3 leader role.changed candidate→leader
       n1@3 leader state.persisted currentTerm=3 votedFor=n2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1, leader of term 3, has a vote for n2 on its storage
      1: n1@3 candidate ⇒ leader
      2: n1@3 persists (term 3, vote n2)"
  `);
});

test('violated: it has no vote on storage', () => {
  expect(
    verdict(
      `n1@3 leader role.changed candidate→leader
       n1@3 leader state.persisted currentTerm=3 lastLogIndex=4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1, leader of term 3, has no vote on its storage
      1: n1@3 candidate ⇒ leader
      2: n1@3 persists (term 3, vote none, log 4)"
  `);
});

test('violated: its election timer runs', () => {
  expect(
    verdict(
      `n1@3 leader role.changed candidate→leader
       n1@3 leader timer.expired election`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1, leader of term 3, has an election timer, which expired
      1: n1@3 candidate ⇒ leader
      2: n1@3 election timer expires"
  `);
});

test.each([
  [
    'its own vote',
    `n1@3 candidate election.started
     n1@3 candidate state.persisted currentTerm=3 votedFor=n1
     n1@3 leader role.changed candidate→leader
     n1@3 leader state.persisted currentTerm=3 votedFor=n1
     n1@3 leader timer.expired heartbeat`,
  ],
  [
    'a pre-vote for another',
    `n1@3 leader role.changed candidate→leader
     n1@3 leader state.persisted currentTerm=3 votedFor=n1
     n1@3 leader vote.granted n2 preVote=true`,
  ],
  [
    'a follower votes, and times out',
    `n1@3 leader role.changed candidate→leader
     n1@3 leader state.persisted currentTerm=3 votedFor=n1
     n1@4 follower role.changed leader→follower
     n1@4 follower vote.granted n2
     n1@4 follower timer.expired election`,
  ],
  [
    'an older write that is told late',
    `n1@3 leader role.changed candidate→leader
     n1@3 leader state.persisted currentTerm=3 votedFor=n1
     n1@3 leader state.persisted currentTerm=2`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'a leader of which nothing else is told',
    `n1@3 leader role.changed candidate→leader`,
    'votes made durable by leaders, with their terms',
  ],
  [
    'a line is lost',
    `n1@3 leader role.changed candidate→leader
     ~ n1@3 leader state.persisted currentTerm=3 votedFor=n1`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
