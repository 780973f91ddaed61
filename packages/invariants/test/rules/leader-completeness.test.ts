import { expect, test } from 'vitest';
import { leaderCompleteness } from '../../src/rules/leader-completeness.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(leaderCompleteness, text);

test('violated: the log is too short', () => {
  expect(
    verdict(
      `n1@2 leader commit.advanced 0→5 entryTerm=2
       n2@3 candidate election.started lastLogIndex=4 lastLogTerm=2
       n2@3 role.changed candidate→leader`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n2: n2, whose log ended in 4@2, became leader in term 3; n1 had committed 5@2 in term 2
      1: n1@2 commit 0 ⇒ 5@2
      2: n2@3 asks for votes (log 4@2)"
  `);
});

test('violated: the log is longer, of an older term', () => {
  expect(
    verdict(
      `n1@2 leader commit.advanced 0→5 entryTerm=2
       n2@3 candidate election.started lastLogIndex=9 lastLogTerm=1
       n2@3 role.changed candidate→leader`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n2: n2, whose log ended in 9@1, became leader in term 3; n1 had committed 5@2 in term 2
      1: n1@2 commit 0 ⇒ 5@2
      2: n2@3 asks for votes (log 9@1)"
  `);
});

test('violated: the old leader tells its commit late', () => {
  expect(
    verdict(
      `n1@2 role.changed candidate→leader
       n2@3 candidate election.started lastLogIndex=4 lastLogTerm=1
       n2@3 role.changed candidate→leader
       n1@2 leader commit.advanced 0→5 entryTerm=2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n2: n2, whose log ended in 4@1, became leader in term 3; n1 had committed 5@2 in term 2
      2: n2@3 asks for votes (log 4@1)
      4: n1@2 commit 0 ⇒ 5@2"
  `);
});

test('violated: commits of older terms count as well', () => {
  expect(
    verdict(
      `n1@1 leader commit.advanced 0→5
       n2@2 candidate election.started lastLogIndex=5 lastLogTerm=1
       n2@2 role.changed candidate→leader
       n2@2 leader commit.advanced 5→6 entryTerm=2
       n3@3 candidate election.started lastLogIndex=4 lastLogTerm=1
       n3@3 role.changed candidate→leader`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n3: n3, whose log ended in 4@1, became leader in term 3; n1 had committed 5@? in term 1
      1: n1@1 commit 0 ⇒ 5
      5: n3@3 asks for votes (log 4@1)"
  `);
});

test('violated: a restart tells what was committed before, even if it comes late', () => {
  expect(
    verdict(
      `n2@3 candidate election.started lastLogIndex=4 lastLogTerm=2
       n2@3 role.changed candidate→leader
       n1@2 follower node.started commitIndex=9 lastLogIndex=10 lastLogTerm=2
       n3@2 follower node.started commitIndex=9 lastLogIndex=9 lastLogTerm=2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n2: n2, whose log ended in 4@2, became leader in term 3; n1 started in term 2 with 9@? committed
      1: n2@3 asks for votes (log 4@2)
      3: n1@2 starts as follower (log 10@2, commit 9)"
  `);
});

test('unknown: a restart in the term of the leader tells nothing of it', () => {
  expect(
    verdict(
      `n2@3 candidate election.started lastLogIndex=4 lastLogTerm=2
       n2@3 role.changed candidate→leader
       n1@3 follower node.started commitIndex=9 lastLogIndex=10 lastLogTerm=3`,
    ),
  ).toBe("unknown: moves of a leader's commitIndex");
});

test.each([
  [
    'the same log',
    `n1@2 candidate election.started lastLogIndex=0 lastLogTerm=0
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 0→5 entryTerm=2
       n2@3 candidate election.started lastLogIndex=5 lastLogTerm=2
       n2@3 role.changed candidate→leader`,
  ],
  [
    'a shorter log campaigns and does not win',
    `n1@2 candidate election.started lastLogIndex=0 lastLogTerm=0
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 0→5 entryTerm=2
       n2@3 candidate election.started lastLogIndex=4 lastLogTerm=2`,
  ],
  [
    'a follower that is behind with its commit',
    `n1@2 candidate election.started lastLogIndex=0 lastLogTerm=0
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 0→5 entryTerm=2
       n2@2 follower commit.advanced 0→3
       n2@3 candidate election.started lastLogIndex=8 lastLogTerm=2
       n2@3 role.changed candidate→leader`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    "the leader's log is not told",
    `n1@2 leader commit.advanced 0→5 entryTerm=2
       n2@3 role.changed candidate→leader`,
    "each leader's last index and term when it asked for votes",
  ],
  ['no commits', `n2@3 role.changed candidate→leader`, "moves of a leader's commitIndex"],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
