import { expect, test } from 'vitest';
import { matchMonotonic } from '../../src/rules/match-monotonic.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(matchMonotonic, text);

test('violated: matchIndex falls', () => {
  expect(
    verdict(
      `n1@3 leader progress.updated n2 matchIndex=7 nextIndex=8 cause=accepted
       n1@3 leader progress.updated n2 matchIndex=5 nextIndex=8 cause=accepted`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1, leader of term 3, took matchIndex back from 7 to 5 for n2
      1: n1@3 progress of n2 match 7 next 8 (accepted)
      2: n1@3 progress of n2 match 5 next 8 (accepted)"
  `);
});

test('violated: nextIndex is not beyond matchIndex', () => {
  expect(
    verdict(
      `n1@3 leader progress.updated n2 matchIndex=7 nextIndex=8 cause=accepted
       n1@3 leader progress.updated n2 matchIndex=7 nextIndex=7 cause=rejected`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1, leader of term 3, set nextIndex to 7, and matchIndex to 7, for n2
      1: n1@3 progress of n2 match 7 next 8 (accepted)
      2: n1@3 progress of n2 match 7 next 7 (rejected)"
  `);
});

test('violated: nextIndex is beyond the end of the log', () => {
  expect(
    verdict(
      `n1@3 leader node.started lastLogIndex=7
       n1@3 leader progress.updated n2 matchIndex=0 nextIndex=9 cause=won-election`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1, leader of term 3, whose log ends at 7, set nextIndex to 9 for n2
      1: n1@3 starts as leader (log 7)
      2: n1@3 progress of n2 match 0 next 9 (won-election)"
  `);
});

test.each([
  [
    'it grows',
    `n1@3 leader node.started lastLogIndex=7
     n1@3 leader progress.updated n2 matchIndex=0 nextIndex=8 cause=won-election
     n1@3 leader progress.updated n2 matchIndex=0 nextIndex=4 cause=rejected
     n1@3 leader progress.updated n2 matchIndex=7 nextIndex=8 cause=accepted`,
  ],
  [
    'another leadership begins anew',
    `n1@3 leader progress.updated n2 matchIndex=7 nextIndex=8 cause=accepted
     n1@5 leader progress.updated n2 matchIndex=0 nextIndex=8 cause=won-election`,
  ],
  [
    'the follower restarted',
    `n1@3 leader progress.updated n2 matchIndex=7 nextIndex=8 cause=accepted
     n2@3 follower node.started
     n1@3 leader progress.updated n2 matchIndex=5 nextIndex=6 cause=accepted`,
  ],
  [
    'the follower left and came again',
    `n1@3 leader progress.updated n2 matchIndex=7 nextIndex=8 cause=accepted
     n1@3 leader progress.updated n2 matchIndex=0 nextIndex=8 cause=member`,
  ],
  [
    'each follower by itself',
    `n1@3 leader progress.updated n2 matchIndex=7 nextIndex=8 cause=accepted
     n1@3 leader progress.updated n3 matchIndex=5 nextIndex=8 cause=accepted`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'no progress is told',
    `n1@3 leader commit.advanced 2→3`,
    'what leaders know of their followers',
  ],
  [
    'a line is lost, maybe that of an append',
    `n1@3 leader node.started lastLogIndex=7
     ~ n1@3 leader progress.updated n2 matchIndex=0 nextIndex=9 cause=won-election`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
