import { expect, test } from 'vitest';
import { noQuorumCommit } from '../../src/rules/no-quorum-commit.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(noQuorumCommit, text);

test('violated: two of five', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3,n4,n5
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 2→3 acks=n1,n2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 committed index 3, held by 2 of 5 voters; 3 are needed
      2: n1@2 candidate ⇒ leader
      3: n1@2 commit 2 ⇒ 3 held by {n1 n2}"
  `);
});

test('violated: learners do not count', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3
       n1@2 node.started voters=n1,n2,n3 learners=n4,n5
       n4@2 learner node.started
       n5@2 learner node.started
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 2→3 acks=n1,n4,n5`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 committed index 3, held by 1 of 3 voters; 2 are needed
      5: n1@2 candidate ⇒ leader
      6: n1@2 commit 2 ⇒ 3 held by {n1 n4 n5}"
  `);
});

test('violated: a server is counted twice', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3
       n1@2 leader commit.advanced 2→3 acks=n1,n1`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 committed index 3, held by 1 of 3 voters; 2 are needed
      2: n1@2 commit 2 ⇒ 3 held by {n1 n1}"
  `);
});

test('violated: nobody holds it', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3
       n1@2 leader commit.advanced 2→3 acks=`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 committed index 3, held by 0 of 3 voters; 2 are needed
      2: n1@2 commit 2 ⇒ 3 held by {}"
  `);
});

test.each([
  [
    'two of three',
    `trace.started nodes=n1,n2,n3
       n1@2 leader commit.advanced 2→3 acks=n1,n2`,
  ],
  [
    'a majority without the leader',
    `trace.started nodes=n1,n2,n3
       n1@2 leader commit.advanced 2→3 acks=n2,n3`,
  ],
  [
    'a follower needs no majority',
    `trace.started nodes=n1,n2,n3
       n2@2 follower commit.advanced 2→3 acks=n2
       n1@2 leader commit.advanced 2→3 acks=n1,n2`,
  ],
  [
    'declared servers that say that they do not vote',
    `trace.started nodes=n1,n2,n3,n4
       n4@1 learner node.started
       n1@2 leader commit.advanced 2→3 acks=n1,n2`,
  ],
  [
    'a cluster of one',
    `trace.started nodes=n1
       n1@2 leader commit.advanced 2→3 acks=n1`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'the voters are not declared, and others than those seen hold it',
    `n1@2 leader log.appended 3 2
       n4@2 lock.acquired mu
       n5@2 lock.acquired mu
       n1@2 leader commit.advanced 2→3 acks=n1,n2,n3`,
    'commits with the servers that hold them',
  ],
  [
    'the membership changes',
    `trace.started nodes=n1,n2,n3
       n1@2 config.appended voters=n1,n2,n3,n4
       n1@2 leader commit.advanced 2→3 acks=n1,n2`,
    'commits while the membership changes are not judged',
  ],
  [
    'lost lines may have told of a smaller configuration',
    `trace.started nodes=n1,n2,n3
       n1@2 role.changed candidate→leader
       ~ n1@2 leader commit.advanced 2→3 acks=n1`,
    'all lines of a leader',
  ],
  [
    'who holds it is not told',
    `trace.started nodes=n1,n2,n3
       n1@2 leader commit.advanced 2→3`,
    'commits with the servers that hold them',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
