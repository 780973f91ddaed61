import { expect, test } from 'vitest';
import { snapshotConfiguration } from '../../src/rules/snapshot-configuration.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(snapshotConfiguration, text);

test('violated: the snapshot names a configuration behind it', () => {
  expect(
    verdict(
      `n1@1 follower node.started lastLogIndex=0 voters=n1,n2,n3
       n1@1 follower config.appended n1,n2,n3,n4 index=9
       n1@1 follower snapshot.taken 8 voters=n1,n2,n3,n4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 1, n1: n1's snapshot through index 8 names the voters {n1 n2 n3 n4}; at that index its log has {n1 n2 n3}
      1: n1@1 starts as follower (log 0, voters {n1 n2 n3})
      3: n1@1 takes snapshot 8"
  `);
});

test('violated: the snapshot loses the old half of a joint configuration', () => {
  expect(
    verdict(
      `n1@1 follower node.started lastLogIndex=0 voters=n1,n2,n3
       n1@1 follower config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@1 follower snapshot.taken 6 voters=n1,n4,n5 votersOutgoing=`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 1, n1: n1's snapshot through index 6 names the voters {n1 n4 n5}; at that index its log has {n1 n2 n3} and {n1 n4 n5}
      2: n1@1 appends configuration {n1 n2 n3} and {n1 n4 n5} at 4
      3: n1@1 takes snapshot 6"
  `);
});

test.each([
  [
    'the one at its index',
    `n1@1 follower node.started lastLogIndex=0 voters=n1,n2,n3
     n1@1 follower config.appended n1,n2,n3,n4 index=4
     n1@1 follower config.appended n1,n2,n4 index=9
     n1@1 follower snapshot.taken 8 voters=n4,n3,n2,n1`,
  ],
  [
    'the one before, where the last was deleted',
    `n1@1 follower node.started lastLogIndex=0 voters=n1,n2,n3
     n1@1 follower config.appended n1,n2,n3,n4 index=4
     n1@2 follower log.truncated 4
     n1@2 follower snapshot.taken 5 voters=n1,n2,n3`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'no line tells what was in force',
    `n1@1 follower config.appended n1,n2,n3,n4 index=9
     n1@1 follower snapshot.taken 8 voters=n1,n2`,
  ],
  [
    'nor whether what it starts with stands before the snapshot',
    `n1@1 follower node.started lastLogIndex=9 voters=n1,n2,n3,n4
     n1@1 follower snapshot.taken 8 voters=n1,n2,n3`,
  ],
  [
    'nor where the configurations stand',
    `n1@1 follower node.started lastLogIndex=0 voters=n1,n2,n3
     n1@1 follower config.appended n1,n2,n3,n4
     n1@1 follower snapshot.taken 8 voters=n1,n2,n3`,
  ],
  [
    'nor whether it is joint',
    `n1@1 follower config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
     n1@1 follower snapshot.taken 6 voters=n1,n4,n5`,
  ],
  [
    'a line is lost, maybe that of another configuration',
    `n1@1 follower node.started lastLogIndex=0 voters=n1,n2,n3
     ~ n1@1 follower snapshot.taken 8 voters=n1,n2`,
  ],
])('unknown: %s', (_, text) => {
  expect(verdict(text)).toMatch(/^unknown/);
});
