import { expect, test } from 'vitest';
import { changeBeforeOwnCommit } from '../../src/rules/change-before-own-commit.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(changeBeforeOwnCommit, text);

test('violated: nothing is committed yet', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n1,n2,n3,n4 index=4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 changes the voters in term 2 before it has committed an entry of that term; it has told no commit at all
      3: n1@2 candidate ⇒ leader
      4: n1@2 appends configuration {n1 n2 n3 n4} at 4"
  `);
});

test('violated: only entries of older terms are committed', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower commit.advanced 0→3 entryTerm=1
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n1,n2 index=4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 changes the voters in term 2 before it has committed an entry of that term; its last commit is index 3, of term 1
      2: n1@1 commit 0 ⇒ 3@1
      4: n1@2 candidate ⇒ leader
      5: n1@2 appends configuration {n1 n2} at 4"
  `);
});

test('violated: a joint configuration is entered', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 changes the voters in term 2 before it has committed an entry of that term; it has told no commit at all
      3: n1@2 candidate ⇒ leader
      4: n1@2 appends configuration {n1 n2 n3} and {n1 n4 n5} at 4"
  `);
});

test.each([
  [
    'an entry of the term first',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 0→3 entryTerm=2
       n1@2 leader config.appended n1,n2,n3,n4 index=4`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'learners do not vote, so that they may come at once',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n1,n2,n3 learners=n4 index=4`,
    'changes of voters, with seq and commits with terms',
  ],
  [
    'a joint configuration may be left at once',
    `n1@1 follower node.started voters=n1,n4 votersOutgoing=n1,n2
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n1,n4 index=4`,
    'changes of voters, with seq and commits with terms',
  ],
  [
    'the only voter has nobody to disagree with',
    `n1@1 follower node.started voters=n1
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n1,n2 index=4`,
    'changes of voters, with seq and commits with terms',
  ],
  [
    'commits do not tell terms',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower commit.advanced 0→3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n1,n2 index=4`,
    'changes of voters, with seq and commits with terms',
  ],
  [
    'a line may be missing',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       ~ n1@2 leader config.appended n1,n2,n3,n4 index=4`,
    'changes of voters, with seq and commits with terms',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
