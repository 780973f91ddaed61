import { expect, test } from 'vitest';
import { jointMajorities } from '../../src/rules/joint-majorities.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(jointMajorities, text);

test('violated: a commit by the new voters alone', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 3→5 acks=n1,n4,n5`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 leads term 2, elected by 1 of the 3 old voters and 1 of the 3 new ones; 2 and 2 are needed
      2: n1@1 appends configuration {n1 n2 n3} and {n1 n4 n5} at 4
      4: n1@2 candidate ⇒ leader"
  `);
});

test('violated: a commit by the old voters alone', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 3→5 acks=n1,n2,n3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 leads term 2, elected by 1 of the 3 old voters and 1 of the 3 new ones; 2 and 2 are needed
      2: n1@1 appends configuration {n1 n2 n3} and {n1 n4 n5} at 4
      4: n1@2 candidate ⇒ leader"
  `);
});

test('violated: elected by the new voters alone', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 candidate election.started voters=n1,n2,n3,n4,n5
       n1@2 candidate vote.received n4 true rpcTerm=2
       n1@2 candidate vote.received n5 true rpcTerm=2
       n1@2 role.changed candidate→leader`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 leads term 2, elected by 1 of the 3 old voters and 3 of the 3 new ones; 2 and 2 are needed
      2: n1@1 appends configuration {n1 n2 n3} and {n1 n4 n5} at 4
      5: n1@2 counts a vote by n5
      6: n1@2 candidate ⇒ leader"
  `);
});

test('violated: a restart brings the joint configuration back', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n4,n5 votersOutgoing=n1,n2,n3
       n1@2 leader commit.advanced 3→5 acks=n1,n4,n5`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 committed index 5, held by 1 of the 3 old voters and 3 of the 3 new ones; 2 and 2 are needed
      1: n1@1 starts as follower (voters {n1 n4 n5})
      2: n1@2 commit 3 ⇒ 5 held by {n1 n4 n5}"
  `);
});

test.each([
  [
    'both majorities',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 candidate election.started voters=n1,n2,n3,n4,n5
       n1@2 candidate vote.received n2 true rpcTerm=2
       n1@2 candidate vote.received n4 true rpcTerm=2
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 3→5 acks=n1,n3,n5`,
  ],
  [
    'a server that leaves counts only among the old',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 candidate vote.received n2 true rpcTerm=2
       n1@2 candidate vote.received n5 true rpcTerm=2
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 3→5 acks=n2,n3,n4,n5`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'no configuration is joint',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 3→5 acks=n1,n2`,
    'elections or commits under a joint configuration',
  ],
  [
    'a vote may be missing',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 candidate election.started voters=n1,n2,n3,n4,n5
       ~ n1@2 role.changed candidate→leader`,
    'elections or commits under a joint configuration',
  ],
  [
    'votes of a pre-vote elect nobody',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 candidate vote.received n4 true preVote=true`,
    'elections or commits under a joint configuration',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
