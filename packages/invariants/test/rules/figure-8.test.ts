import { expect, test } from 'vitest';
import { figure8 } from '../../src/rules/figure-8.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(figure8, text);

test('violated: an entry of an older term is counted', () => {
  expect(
    verdict(
      `n1@4 role.changed candidate→leader
       n1@4 leader commit.advanced 1→2 entryTerm=2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1, leader of term 4, committed index 2 by counting although its entry is of term 2
      1: n1@4 candidate ⇒ leader
      2: n1@4 commit 1 ⇒ 2@2"
  `);
});

test('violated: only seen as leader', () => {
  expect(verdict(`n1@4 leader commit.advanced 1→2 entryTerm=2`)).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1, leader of term 4, committed index 2 by counting although its entry is of term 2
      1: n1@4 commit 1 ⇒ 2@2"
  `);
});

test('violated: with a majority that holds it', () => {
  expect(
    verdict(
      `n1@4 role.changed candidate→leader
       n1@4 leader commit.advanced 1→2 entryTerm=3 acks=n1,n2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1, leader of term 4, committed index 2 by counting although its entry is of term 3
      1: n1@4 candidate ⇒ leader
      2: n1@4 commit 1 ⇒ 2@3 held by {n1 n2}"
  `);
});

test.each([
  [
    'its own term',
    `n1@4 role.changed candidate→leader
       n1@4 leader commit.advanced 1→3 entryTerm=4`,
  ],
  [
    'a follower learns of an older one',
    `n2@4 follower commit.advanced 1→2 entryTerm=2
       n1@4 leader commit.advanced 1→3 entryTerm=4`,
  ],
  [
    'a new leader waits for an entry of its own',
    `n1@4 role.changed candidate→leader
       n1@4 leader log.appended 3 4
       n1@4 leader commit.advanced 1→3 entryTerm=4`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'the term of the entry is not told',
    `n1@4 leader commit.advanced 1→2`,
    "moves of a leader's commitIndex with the entry's term",
  ],
  [
    'only followers',
    `n2@4 follower commit.advanced 1→2 entryTerm=2`,
    "moves of a leader's commitIndex with the entry's term",
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
