import { expect, test } from 'vitest';
import { voteClearedOnlyByTerm } from '../../src/rules/vote-cleared-only-by-term.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(voteClearedOnlyByTerm, text);

test('violated: the vote is cleared within its term', () => {
  expect(
    verdict(
      `n1@3 follower state.persisted currentTerm=3 votedFor=n2 lastLogIndex=4
       n1@3 follower state.persisted currentTerm=3 lastLogIndex=5`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 had a vote for n2 on its storage, then none, in term 3
      1: n1@3 persists (term 3, vote n2, log 4)
      2: n1@3 persists (term 3, vote none, log 5)"
  `);
});

test('violated: the vote changes within its term', () => {
  expect(
    verdict(
      `n1@3 follower state.persisted currentTerm=3 votedFor=n2
       n1@3 follower state.persisted currentTerm=3 votedFor=n3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 had a vote for n2 on its storage, then one for n3, in term 3
      1: n1@3 persists (term 3, vote n2)
      2: n1@3 persists (term 3, vote n3)"
  `);
});

test('violated: the vote is gone after a restart', () => {
  expect(
    verdict(
      `n1@3 follower state.persisted currentTerm=3 votedFor=n2
       n1@3 follower node.started lastLogIndex=0`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 had a vote for n2 on its storage, then none, in term 3
      1: n1@3 persists (term 3, vote n2)
      2: n1@3 starts as follower (log 0)"
  `);
});

test('violated: two leaders are recognized in one term', () => {
  expect(
    verdict(
      `n1@3 follower state.persisted currentTerm=3
       n1@3 follower leader.recognized n2
       n1@3 follower leader.recognized n3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 recognized n2 and then n3 as leader in term 3
      2: n1@3 recognizes leader n2
      3: n1@3 recognizes leader n3"
  `);
});

test('inconsistent: two leaders in one term, from a program that does not count its lines', () => {
  expect(
    judged(
      voteClearedOnlyByTerm,
      `n1@3 follower leader.recognized n2
       n1@3 follower leader.recognized n3`,
      { counted: false },
    ),
  ).toMatchInlineSnapshot(`
    "inconsistent (note) term 3, n1: n1 recognized n2 and then n3 as leader in term 3
      1: n1@3 recognizes leader n2
      2: n1@3 recognizes leader n3"
  `);
});

test.each([
  [
    'a new term clears it',
    `n1@3 follower state.persisted currentTerm=3 votedFor=n2
     n1@4 follower state.persisted currentTerm=4
     n1@4 follower state.persisted currentTerm=4 votedFor=n3`,
  ],
  [
    'the term comes first and the vote later',
    `n1@3 follower state.persisted currentTerm=3 lastLogIndex=0
     n1@3 follower state.persisted currentTerm=3 votedFor=n2 lastLogIndex=0
     n1@3 follower node.started votedFor=n2`,
  ],
  [
    'a leader in each term',
    `n1@3 follower state.persisted currentTerm=3 votedFor=n2
     n1@3 follower leader.recognized n2
     n1@3 follower leader.recognized n2
     n1@4 follower leader.recognized n3`,
  ],
  [
    'servers have votes of their own',
    `n1@3 follower state.persisted currentTerm=3 votedFor=n2
     n2@3 follower state.persisted currentTerm=3 votedFor=n3`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'a program that does not tell its vote',
    `n1@3 follower state.persisted currentTerm=3
     n1@3 follower state.persisted currentTerm=3`,
    'votes made durable, with their term',
  ],
  [
    'nobody tells of storage',
    `n1@3 follower vote.granted n2`,
    'votes made durable, with their term',
  ],
  [
    'a line is lost',
    `n1@3 follower state.persisted currentTerm=3 votedFor=n2
     ~ n1@4 follower state.persisted currentTerm=4`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
