import { expect, test } from 'vitest';
import { learnerActs } from '../../src/rules/learner-acts.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(learnerActs, text);

test('violated: a learner campaigns', () => {
  expect(
    verdict(
      `n4@1 learner node.started voters=n1,n2,n3 learners=n4
       n4@2 candidate election.started`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n4: n4 asks for votes and is no voter of {n1 n2 n3}
      1: n4@1 starts as learner (voters {n1 n2 n3}, learners {n4})
      2: n4@2 asks for votes"
  `);
});

test('violated: a removed server campaigns once it knows', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n2,n3,n4 index=4
       n1@1 follower commit.advanced 3→4
       n1@2 candidate election.started`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 asks for votes and is no voter of {n2 n3 n4}
      2: n1@1 appends configuration {n2 n3 n4} at 4
      4: n1@2 asks for votes"
  `);
});

test('violated: a learner is counted for a commit', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3 learners=n4,n5
       n1@2 leader commit.advanced 3→4 acks=n1,n4,n5`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 committed index 4, held by 1 of the 3 voters, and by n4, n5, who do not vote; 2 are needed
      1: n1@1 starts as follower (voters {n1 n2 n3}, learners {n4 n5})
      2: n1@2 commit 3 ⇒ 4 held by {n1 n4 n5}"
  `);
});

test('violated: a learner elects', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3 learners=n4
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 candidate vote.received n4 true rpcTerm=2
       n1@2 role.changed candidate→leader`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 leads term 2, elected by 1 of the 3 voters, and by n4, who does not vote; 2 are needed
      1: n1@1 starts as follower (voters {n1 n2 n3}, learners {n4})
      3: n1@2 counts a vote by n4
      4: n1@2 candidate ⇒ leader"
  `);
});

test.each([
  [
    'a voter campaigns',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader`,
  ],
  [
    'a learner that is voted in campaigns',
    `n4@1 learner node.started voters=n1,n2,n3 learners=n4
       n4@1 follower config.appended n1,n2,n3,n4 index=4
       n4@2 candidate election.started`,
  ],
  [
    'a server campaigns whose removal may be undone',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n2,n3,n4 index=4
       n1@2 candidate election.started`,
  ],
  [
    'learners hold it too',
    `n1@1 follower node.started voters=n1,n2,n3 learners=n4
       n1@2 leader commit.advanced 3→4 acks=n1,n2,n4`,
  ],
  [
    'a vote of a learner is one too many',
    `n1@1 follower node.started voters=n1,n2,n3 learners=n4
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 candidate vote.received n4 true rpcTerm=2
       n1@2 candidate vote.received n2 true rpcTerm=2
       n1@2 role.changed candidate→leader`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'no configuration is told',
    `n4@2 candidate election.started`,
    'elections of servers whose configuration is known',
  ],
  [
    'a line may be missing',
    `n4@1 learner node.started voters=n1,n2,n3 learners=n4
       ~ n4@2 candidate election.started`,
    'elections of servers whose configuration is known',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
