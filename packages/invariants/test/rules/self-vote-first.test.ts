import { expect, test } from 'vitest';
import { selfVoteFirst } from '../../src/rules/self-vote-first.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(selfVoteFirst, text);

test('violated: two elections in one term', () => {
  expect(
    verdict(
      `n1@4 candidate election.started
       n1@4 candidate election.started`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1 started an election in term 4 for a second time
      1: n1@4 asks for votes
      2: n1@4 asks for votes"
  `);
});

test('violated: an election in a term in which it voted for another', () => {
  expect(
    verdict(
      `n1@4 follower vote.granted n2
       n1@4 candidate election.started`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1 started an election in term 4, in which it voted for n2
      1: n1@4 votes for n2
      2: n1@4 asks for votes"
  `);
});

test('violated: an election in a term in which it followed another', () => {
  expect(
    verdict(
      `n1@4 follower leader.recognized n2
       n1@4 candidate election.started`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1 started an election in term 4, in which it followed n2
      1: n1@4 recognizes leader n2
      2: n1@4 asks for votes"
  `);
});

test('violated: the vote that it saves is not its own', () => {
  expect(
    verdict(
      `n1@4 candidate election.started
       n1@4 candidate state.persisted currentTerm=4 votedFor=n2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1 campaigned in term 4 and saved its vote for n2 in it
      1: n1@4 asks for votes
      2: n1@4 persists (term 4, vote n2)"
  `);
});

test('violated: it saves no vote', () => {
  expect(
    verdict(
      `n1@4 candidate election.started
       n1@4 candidate state.persisted currentTerm=4 lastLogIndex=3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1 campaigned in term 4 and saved no vote in it
      1: n1@4 asks for votes
      2: n1@4 persists (term 4, vote none, log 3)"
  `);
});

test.each([
  [
    'a new term, and its own vote',
    `n1@3 follower leader.recognized n2
     n1@4 candidate election.started
     n1@4 candidate vote.granted n1
     n1@4 candidate state.persisted currentTerm=4 votedFor=n1
     n1@5 candidate election.started`,
  ],
  [
    'a pre-vote moves no term',
    `n1@4 follower leader.recognized n2
     n1@4 pre-candidate election.started preVote=true
     n1@4 pre-candidate election.started preVote=true
     n1@5 candidate election.started`,
  ],
  [
    'an older write that is told late',
    `n1@4 candidate election.started
     n1@4 candidate state.persisted currentTerm=3
     n1@4 candidate state.persisted currentTerm=4 votedFor=n1`,
  ],
  [
    'a crash took the election before it was saved',
    `n1@4 candidate election.started
     n1@3 follower node.started
     n1@4 candidate election.started`,
  ],
  [
    'a pre-vote for another binds nobody',
    `n1@4 follower vote.granted n2 preVote=true
     n1@4 candidate election.started`,
  ],
  [
    'a program that does not tell its vote',
    `n1@4 candidate election.started
     n1@4 candidate state.persisted currentTerm=4`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  ['nobody campaigns', `n1@4 follower leader.recognized n2`, 'elections with their term'],
  [
    'elections without a term',
    `n1 candidate election.started
     n1 candidate election.started`,
    'elections with their term',
  ],
  [
    'a line is lost',
    `n1@4 candidate election.started
     ~ n1@5 candidate election.started`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
