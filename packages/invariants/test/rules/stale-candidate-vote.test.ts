import { expect, test } from 'vitest';
import { staleCandidateVote } from '../../src/rules/stale-candidate-vote.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(staleCandidateVote, text);

test('violated: a longer log of an older term', () => {
  expect(
    verdict(
      `n1@3 vote.granted n2 candidateLastLogIndex=9 candidateLastLogTerm=1 lastLogIndex=4 lastLogTerm=2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1 n2: n1, whose log ends in 4@2, voted for n2, whose log ends in 9@1
      1: n1@3 votes for n2 (its log 9@1, own 4@2)"
  `);
});

test('violated: a shorter log of the same term', () => {
  expect(
    verdict(
      `n1@3 vote.granted n2 candidateLastLogIndex=3 candidateLastLogTerm=2 lastLogIndex=4 lastLogTerm=2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1 n2: n1, whose log ends in 4@2, voted for n2, whose log ends in 3@2
      1: n1@3 votes for n2 (its log 3@2, own 4@2)"
  `);
});

test('violated: a pre-vote', () => {
  expect(
    verdict(
      `n1@3 vote.granted n2 candidateLastLogIndex=0 candidateLastLogTerm=0 lastLogIndex=4 lastLogTerm=2 preVote=true`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1 n2: n1, whose log ends in 4@2, pre-voted for n2, whose log ends in 0@0
      1: n1@3 pre-votes for n2 (its log 0@0, own 4@2)"
  `);
});

test.each([
  [
    'the same log',
    `n1@3 vote.granted n2 candidateLastLogIndex=4 candidateLastLogTerm=2 lastLogIndex=4 lastLogTerm=2`,
  ],
  [
    'a shorter log of a later term',
    `n1@3 vote.granted n2 candidateLastLogIndex=2 candidateLastLogTerm=3 lastLogIndex=4 lastLogTerm=2`,
  ],
  [
    'a longer log',
    `n1@3 vote.granted n2 candidateLastLogIndex=5 candidateLastLogTerm=2 lastLogIndex=4 lastLogTerm=2`,
  ],
  [
    'a refusal',
    `n1@3 vote.granted n2 candidateLastLogIndex=5 candidateLastLogTerm=2 lastLogIndex=4 lastLogTerm=2
       n1@3 vote.denied n3 candidateLastLogIndex=1 candidateLastLogTerm=1 lastLogIndex=4 lastLogTerm=2`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  ['no logs', `n1@3 vote.granted n2`, 'votes with the last index and term of both logs'],
  [
    'no logs at one vote',
    `n1@3 vote.granted n2 candidateLastLogIndex=5 candidateLastLogTerm=2 lastLogIndex=4 lastLogTerm=2
       n1@4 vote.granted n2`,
    'the last index and term of both logs at some votes',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
