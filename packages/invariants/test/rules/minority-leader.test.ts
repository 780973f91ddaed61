import { expect, test } from 'vitest';
import { minorityLeader } from '../../src/rules/minority-leader.ts';
import { judge, judged } from '../judged.ts';
import { script } from '../trace-script.ts';

const verdict = (text: string): string => judged(minorityLeader, text);

test('violated: the others voted for each other', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3
       n2@2 candidate election.started
       n3@2 vote.granted n2
       n1@2 role.changed candidate→leader`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 led in term 2, in which 2 of 3 voters voted for others; at most 1 can have voted for it, and 2 are needed
      2: n2@2 asks for votes
      3: n3@2 votes for n2
      4: n1@2 candidate ⇒ leader"
  `);
});

test('violated: the last vote comes after the leader', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3,n4,n5
       n2@2 candidate election.started
       n3@2 vote.granted n2
       n1@2 role.changed candidate→leader
       n4@2 vote.granted n2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 led in term 2, in which 3 of 5 voters voted for others; at most 2 can have voted for it, and 3 are needed
      2: n2@2 asks for votes
      3: n3@2 votes for n2
      4: n1@2 candidate ⇒ leader
      5: n4@2 votes for n2"
  `);
});

test('violated: a pre-vote for the leader is no vote', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3
       n2@2 candidate election.started
       n3@1 vote.granted n1 preVote=true
       n3@2 vote.granted n2
       n1@2 role.changed candidate→leader`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 led in term 2, in which 2 of 3 voters voted for others; at most 1 can have voted for it, and 2 are needed
      2: n2@2 asks for votes
      4: n3@2 votes for n2
      5: n1@2 candidate ⇒ leader"
  `);
});

test('violated: learners do not elect', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3,n4
       n4@1 learner node.started
       n2@2 candidate election.started
       n3@2 vote.granted n2
       n4@2 vote.granted n1
       n1@2 role.changed candidate→leader`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 led in term 2, in which 2 of 3 voters voted for others; at most 1 can have voted for it, and 2 are needed
      3: n2@2 asks for votes
      4: n3@2 votes for n2
      6: n1@2 candidate ⇒ leader"
  `);
});

test.each([
  [
    'a majority',
    `trace.started nodes=n1,n2,n3
       n1@2 candidate election.started
       n2@2 vote.granted n1
       n3@2 candidate election.started
       n1@2 role.changed candidate→leader`,
  ],
  [
    'a vote that nobody told may be there',
    `trace.started nodes=n1,n2,n3,n4,n5
       n1@2 candidate election.started
       n2@2 vote.granted n1
       n1@2 role.changed candidate→leader
       n4 lock.acquired mu
       n5 lock.acquired mu
       n1 lock.acquired mu
       n2 lock.acquired mu
       n3 lock.acquired mu`,
  ],
  [
    'votes of another term',
    `trace.started nodes=n1,n2,n3
       n1@2 candidate election.started
       n2@1 candidate election.started
       n3@1 vote.granted n2
       n3@2 vote.granted n1
       n1@2 role.changed candidate→leader`,
  ],
  [
    'a vote lost in a crash and given again',
    `trace.started nodes=n1,n2,n3
       n2@2 candidate election.started
       n3@2 vote.granted n2
       n3@1 node.crashed
       n3@1 node.started
       n3@2 vote.granted n1
       n1@2 candidate election.started
       n1@2 role.changed candidate→leader`,
  ],
  [
    'two of four voters are not half of five',
    `trace.started nodes=n1,n2,n3,n4,n5
       n4@2 candidate election.started
       n5@2 vote.granted n4
       n1@2 candidate election.started
       n1@2 role.changed candidate→leader
       n1 lock.acquired mu
       n2 lock.acquired mu
       n3 lock.acquired mu`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'the voters are not declared',
    `n2@2 candidate election.started
       n3@2 vote.granted n2
       n1@2 role.changed candidate→leader`,
    'a declaration of the voters',
  ],
  [
    'joint consensus',
    `trace.started nodes=n1,n2,n3
       n1@2 config.appended voters=n1,n4,n5 votersOutgoing=n1,n2,n3
       n2@3 candidate election.started
       n3@3 vote.granted n2
       n1@3 role.changed candidate→leader`,
    'elections while the membership changes are not judged',
  ],
  [
    'a server with the configuration before is elected by it',
    `trace.started nodes=n1,n2,n3
       n1@2 config.appended voters=n1,n2,n3,n4
       n1@3 candidate election.started
       n4@3 vote.granted n1
       n2@3 candidate election.started
       n3@3 vote.granted n2
       n2@3 role.changed candidate→leader`,
    'elections while the membership changes are not judged',
  ],
  [
    'nobody leads',
    `trace.started nodes=n1,n2,n3
       n2@2 candidate election.started
       n3@2 vote.granted n2`,
    'no server becomes leader in this log',
  ],
  [
    'one server is silent',
    `trace.started nodes=n1,n2,n3
       n1@2 candidate election.started
       n2@2 vote.granted n1
       n1@2 role.changed candidate→leader`,
    'the lines of every server',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});

test('unknown: a server that restarts declares the voters of before the change', () => {
  const text = `n1@1 node.started voters=n1,n2
    n1@1 config.applied voters=n1,n2,n3
    n2@1 node.started voters=n1,n2
    n1@2 candidate election.started
    n3@2 vote.granted n1
    n1@2 role.changed candidate→leader
    n2@2 candidate election.started`;
  // As a log is: whether all is told, nothing says.
  const options = { rules: [minorityLeader], causes: [], tellsAll: false };
  const { findings, coverage } = judge(script(text), options);
  expect(findings).toEqual([]);
  expect(coverage[0]?.missing).toBe('elections while the membership changes are not judged');
});
