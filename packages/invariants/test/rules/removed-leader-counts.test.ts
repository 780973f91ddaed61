import { expect, test } from 'vitest';
import { removedLeaderCounts } from '../../src/rules/removed-leader-counts.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(removedLeaderCounts, text);

test('violated: it counts itself', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n2,n3,n4 index=4
       n1@2 leader commit.advanced 3→4 acks=n1,n2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 is no voter of {n2 n3 n4} and committed index 4, held by itself and 1 of the 3 voters
      4: n1@2 appends configuration {n2 n3 n4} at 4
      5: n1@2 commit 3 ⇒ 4 held by {n1 n2}"
  `);
});

test('violated: it stays', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n2,n3,n4 index=4
       n1@2 leader commit.advanced 3→4 acks=n2,n3
       n1@2 leader config.committed n2,n3,n4 index=4
       +250 n1@2 leader timer.expired heartbeat`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 still leads 250 ms after a configuration without it was committed
      7: n1@2 commits configuration {n2 n3 n4} at 4
      8: n1@2 heartbeat timer expires"
  `);
});

test.each([
  [
    'it counts the others and leaves',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n2,n3,n4 index=4
       n1@2 leader commit.advanced 3→4 acks=n1,n2,n3
       n1@2 leader config.committed n2,n3,n4 index=4
       n1@2 role.changed leader→follower cause=removed
       +250 n1@2 follower timer.expired election`,
  ],
  [
    'it is voted in again',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n2,n3,n4 index=4
       n1@2 leader config.committed n2,n3,n4 index=4
       n1@2 leader config.committed n1,n2,n3,n4 index=5
       +250 n1@2 leader timer.expired heartbeat`,
  ],
  [
    'it has an election timeout to leave',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n2,n3,n4 index=4
       n1@2 leader config.committed n2,n3,n4 index=4
       +150 n1@2 leader timer.expired heartbeat`,
  ],
  [
    'it is one of the old voters of a joint configuration',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n2,n3,n4 votersOutgoing=n1,n2,n3 index=4
       n1@2 leader commit.advanced 3→4 acks=n1,n2,n3
       n1@2 leader config.committed n2,n3,n4 votersOutgoing=n1,n2,n3 index=4
       +250 n1@2 leader timer.expired heartbeat`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'nothing changes',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 3→4 acks=n1,n2`,
    'leaders that commit a change of the membership',
  ],
  [
    'who holds it is not told',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n2,n3,n4 index=4
       n1@2 leader commit.advanced 3→4`,
    'leaders that commit a change of the membership',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
