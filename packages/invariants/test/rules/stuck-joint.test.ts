import { expect, test } from 'vitest';
import { stuckJoint } from '../../src/rules/stuck-joint.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(stuckJoint, text);

test('suspicious: ten election timeouts under it', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 leader config.committed n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       +2100 n1@2 leader timer.expired heartbeat`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (warning) term 2, n1: n1 still leads under the joint configuration that it committed 2100 ms ago, more than 10 election timeouts
      4: n1@2 commits configuration {n1 n2 n3} and {n1 n4 n5} at 4
      5: n1@2 heartbeat timer expires"
  `);
});

test('suspicious: one that was elected under it, and knew that it is committed', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n3@1 follower snapshot.installed from=n2 index=2 lastTerm=1
       n1@1 follower config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 follower config.committed n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@3 role.changed candidate→leader
       +2100 n1@3 leader timer.expired heartbeat`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (warning) term 3, n1: n1 still leads under the joint configuration that it knew to be committed when it was elected 2100 ms ago, more than 10 election timeouts
      5: n1@2 commits configuration {n1 n2 n3} and {n1 n4 n5} at 4
      6: n1@3 candidate ⇒ leader
      7: n1@3 heartbeat timer expires"
  `);
});

test.each([
  [
    'it is elected with what a snapshot says since',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 follower config.committed n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 follower snapshot.installed from=n2 index=9 lastTerm=2
       n1@3 role.changed candidate→leader
       +2100 n1@3 leader timer.expired heartbeat`,
  ],
  [
    'it leads for a short time',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n3@1 follower snapshot.installed from=n2 index=2 lastTerm=1
       n1@1 follower config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 follower config.committed n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       +2100 n1@3 role.changed candidate→leader
       +50 n1@3 leader timer.expired heartbeat`,
  ],
  [
    'the next one comes soon',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 leader config.committed n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 leader config.appended n1,n4,n5 index=5
       +2100 n1@2 leader timer.expired heartbeat`,
  ],
  [
    'another server leads by then',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 leader config.committed n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       +2100 n1@3 follower timer.expired election
       +2100 n1@4 leader timer.expired heartbeat`,
  ],
  [
    'a follower cannot leave it',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 follower config.committed n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       +2100 n1@2 follower timer.expired election`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'nothing is committed',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4`,
    'configurations that are committed',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
