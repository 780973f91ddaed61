import { expect, test } from 'vitest';
import { suspects } from './suspects.ts';

const stands = (claim: string, rest = ''): string => `
  n1@1 follower node.started voters=n1,n2,n3 ${rest}
  n1@1 timer.expired election
  n1@2 follower term.changed 1→2 cause=election
  +0 n1@2 role.changed follower→candidate cause=election-timeout
  +0 n1@2 candidate election.started preVote=false voters=n1,n2,n3
  +0 n1@2 candidate timer.started election timeoutMs=200
  +0 n1@2 candidate message.sent id=a kind=RequestVote from=n1 to=n2 rpcTerm=2 ${claim}`;

test('a claim shorter than the log and as long as what is committed is a sign', () => {
  const held = 'lastLogIndex=3 lastLogTerm=1 commitIndex=0 snapshotIndex=0';
  expect(suspects(stands('lastLogIndex=0 lastLogTerm=0', held))).toMatchInlineSnapshot(`
    [
      "candidate-offers-commit-index: n1 gives 0, its commitIndex, for the end of its log, 3",
    ]
  `);
});

test('one that won in the same step, and began with an entry, claimed what it had', () => {
  const wins = `${stands('lastLogIndex=0 lastLogTerm=0')}
    +0 n1@2 role.changed candidate→leader cause=won-election
    +0 n1@2 leader log.appended firstIndex=1 entries=2#no-op
    +0 n1@2 leader message.sent id=b kind=AppendEntries from=n1 to=n2 rpcTerm=2 entries=2#no-op`;
  const bugs = suspects(wins).map((each) => each.split(':')[0]);
  expect(bugs).not.toContain('candidate-offers-commit-index');
});

test('no log ends in term 0, and a compacted one in the term of its last entry', () => {
  const held = 'lastLogIndex=4 lastLogTerm=1 commitIndex=4 snapshotIndex=4 snapshotTerm=1';
  expect(suspects(stands('lastLogIndex=4 lastLogTerm=0', held))).toMatchInlineSnapshot(`
    [
      "compacted-term-forgotten: n1 claims that its log through 4 ends in term 0, which no entry has; it ends in 1",
    ]
  `);
});
