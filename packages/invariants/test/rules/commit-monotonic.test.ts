import { expect, test } from 'vitest';
import { commitMonotonic } from '../../src/rules/commit-monotonic.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(commitMonotonic, text);

test('violated: a follower believes every leaderCommit', () => {
  expect(
    verdict(
      `n1@2 commit.advanced 3→7
       n1@2 commit.advanced 7→5`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 moved commitIndex back from 7 to 5
      1: n1@2 commit 3 ⇒ 7
      2: n1@2 commit 7 ⇒ 5"
  `);
});

test('violated: a leader, too', () => {
  expect(
    verdict(
      `n1@2 leader commit.advanced 3→7
       n1@3 leader commit.advanced 7→6`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 moved commitIndex back from 7 to 6
      1: n1@2 commit 3 ⇒ 7
      2: n1@3 commit 7 ⇒ 6"
  `);
});

test('violated: with lines lost between', () => {
  expect(
    verdict(
      `n1@2 commit.advanced 3→7
       ~ n1@2 commit.advanced 4→5`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 moved commitIndex back from 7 to 5
      1: n1@2 commit 3 ⇒ 7
      2: n1@2 commit 4 ⇒ 5"
  `);
});

test.each([
  [
    'it grows',
    `n1 commit.advanced 0→3
       n1 commit.advanced 3→7`,
  ],
  [
    'it begins again after a restart',
    `n1 commit.advanced 0→7
       n1 node.crashed
       n1 node.started
       n1 commit.advanced 0→2`,
  ],
  [
    'each server by itself',
    `n1 commit.advanced 0→7
       n2 commit.advanced 0→2`,
  ],
  [
    'time goes back',
    `n1 commit.advanced 0→3
       +-50 n1 commit.advanced 3→7`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'the line of the restart is missing',
    `n1 node.started
       n1 commit.advanced 0→7
       ~ n1 commit.advanced 0→2 inc=2`,
    '3 lines lost (gaps in seq)',
  ],
  ['no commits', `n1 entry.applied 3`, 'moves of commitIndex'],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
