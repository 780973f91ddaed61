import { expect, test } from 'vitest';
import { electionSafety } from '../../src/rules/election-safety.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(electionSafety, text);

test('violated: two servers win one term', () => {
  expect(
    verdict(
      `n1@2 role.changed candidate→leader
       n3@2 role.changed candidate→leader`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1 n3: n1 and n3 were both leader in term 2; a term has at most one leader
      1: n1@2 candidate ⇒ leader
      2: n3@2 candidate ⇒ leader"
  `);
});

test('violated: long after the first one has gone', () => {
  expect(
    verdict(
      `n1@2 role.changed candidate→leader
       n1@2 node.crashed
       +9000 n3@2 role.changed candidate→leader`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1 n3: n1 and n3 were both leader in term 2; a term has at most one leader
      1: n1@2 candidate ⇒ leader
      3: n3@2 candidate ⇒ leader"
  `);
});

test('violated: a leader carries its role into the term of another', () => {
  expect(
    verdict(
      `n1@1 role.changed candidate→leader
       n2@2 role.changed candidate→leader
       n1@2 leader message.sent AppendEntries n1→n3 rpcTerm=2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n2 n1: n2 and n1 were both leader in term 2; a term has at most one leader
      2: n2@2 candidate ⇒ leader
      3: n1@2 → n3 AppendEntries"
  `);
});

test('violated: three of them', () => {
  expect(
    verdict(
      `n1@2 role.changed candidate→leader
       n2@2 role.changed candidate→leader
       n3@2 role.changed candidate→leader`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1 n2: n1 and n2 were both leader in term 2; a term has at most one leader
      1: n1@2 candidate ⇒ leader
      2: n2@2 candidate ⇒ leader
    violated (violation) term 2, n1 n3: n1 and n3 were both leader in term 2; a term has at most one leader
      1: n1@2 candidate ⇒ leader
      3: n3@2 candidate ⇒ leader"
  `);
});

test('violated: lines without terms, which the test tells', () => {
  expect(
    verdict(
      `n1 role.changed candidate→leader
       n3 role.changed candidate→leader
       test.observed leaders-in-term ofTerm=2 count=2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1 n3: n1 and n3 were both leader in term 2; a term has at most one leader
      1: n1 candidate ⇒ leader
      2: n3 candidate ⇒ leader
      3: test sees leaders-in-term (term 2, count 2)"
  `);
});

test('violated: a leader that stepped down is none of those that the test counted', () => {
  expect(
    verdict(
      `n1 role.changed candidate→leader
       n1 role.changed leader→follower
       n2 role.changed candidate→leader
       n3 role.changed candidate→leader
       test.observed leaders-in-term ofTerm=2 count=2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n2 n3: n2 and n3 were both leader in term 2; a term has at most one leader
      3: n2 candidate ⇒ leader
      4: n3 candidate ⇒ leader
      5: test sees leaders-in-term (term 2, count 2)"
  `);
});

test('violated: more possible leaders than the test counted', () => {
  expect(
    verdict(
      `n1 role.changed candidate→leader
       n2 role.changed candidate→leader
       n3 role.changed candidate→leader
       test.observed leaders-in-term ofTerm=2 count=2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2: the test asked the servers and 2 of them led term 2; the lines do not tell which
      4: test sees leaders-in-term (term 2, count 2)"
  `);
});

test('violated: the test names them', () => {
  expect(
    verdict(
      `n1 role.changed candidate→leader
       n2 role.changed candidate→leader
       n3 role.changed candidate→leader
       test.observed leaders-in-term ofTerm=2 count=2 nodes=n1,n3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1 n3: n1 and n3 were both leader in term 2; a term has at most one leader
      1: n1 candidate ⇒ leader
      3: n3 candidate ⇒ leader
      4: test sees leaders-in-term (term 2, count 2, servers {n1 n3})"
  `);
});

test.each([
  [
    'a leader a term',
    `n1@2 role.changed candidate→leader
       n1@3 role.changed leader→follower
       n3@3 role.changed candidate→leader`,
  ],
  [
    'two leaders at one time, of two terms',
    `n1@2 role.changed candidate→leader
       n3@3 role.changed candidate→leader
       n1@2 leader message.sent AppendEntries n1→n2`,
  ],
  [
    'the same leader tells it twice',
    `n1@2 role.changed candidate→leader
       n1@2 leader timer.expired heartbeat
       n1@2 role.changed leader→leader`,
  ],
  [
    'the new term is told before the new role',
    `n1@2 role.changed candidate→leader
       n3@3 role.changed candidate→leader
       n1@3 leader term.changed 2→3
       n1@3 role.changed leader→follower`,
  ],
  [
    'one leader in a term is what the test may see',
    `n1@2 role.changed candidate→leader
       test.observed leaders-in-term ofTerm=2 count=1`,
  ],
  [
    'a leader restarts, and another one wins the next term',
    `n1@2 role.changed candidate→leader
       n1@2 node.crashed
       n1@2 node.started
       n3@3 role.changed candidate→leader`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'terms are not told',
    `n1 role.changed candidate→leader
       n3 role.changed candidate→leader`,
    'the term of each leader',
  ],
  ['nobody leads', `n1@2 role.changed follower→candidate`, 'no server becomes leader in this log'],
  [
    'one server is silent',
    `trace.started nodes=n1,n2,n3
       n1@2 role.changed candidate→leader`,
    'the lines of every server',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
