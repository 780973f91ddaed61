import { expect, test } from 'vitest';
import { quorumLostEntry } from '../../src/rules/quorum-lost-entry.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(quorumLostEntry, text);

test('violated: a restart loses what was counted', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 clock=virtual
       n1@2 leader node.started lastLogIndex=2
       n2@2 follower node.started lastLogIndex=2
       n3@2 follower node.started lastLogIndex=2
       n1@2 leader log.appended 3 2
       n2@2 follower log.appended 3 2
       n1@2 leader commit.advanced 2→3 acks=n1,n2
       n2@2 follower node.started lastLogIndex=2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n2 n3: index 3, committed by n1, is gone from 2 of 3 voters (n2, n3); a majority must keep it
      4: n3@2 starts as follower (log 2)
      7: n1@2 commit 2 ⇒ 3 held by {n1 n2}
      8: n2@2 starts as follower (log 2)"
  `);
});

test('violated: a deletion leaves it to one server', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 clock=virtual
       n1@2 leader node.started lastLogIndex=2
       n2@2 follower node.started lastLogIndex=2
       n3@2 follower node.started lastLogIndex=2
       n1@2 leader log.appended 3 2
       n2@2 follower log.appended 3 2
       n1@2 leader commit.advanced 2→3 acks=n1,n2
       n2@3 follower log.truncated 3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n2 n3: index 3, committed by n1, is gone from 2 of 3 voters (n2, n3); a majority must keep it
      4: n3@2 starts as follower (log 2)
      7: n1@2 commit 2 ⇒ 3 held by {n1 n2}
      8: n2@3 deletes 3.."
  `);
});

test('violated: two of three are wiped', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 clock=virtual
       n1@2 leader node.started lastLogIndex=2
       n2@2 follower node.started lastLogIndex=2
       n3@2 follower node.started lastLogIndex=2
       n1@2 leader commit.advanced 0→2 acks=n1,n2,n3
       n2@0 follower node.started lastLogIndex=0
       n3@0 follower node.started lastLogIndex=0`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n2 n3: index 1, committed by n1, is gone from 2 of 3 voters (n2, n3); a majority must keep it
      5: n1@2 commit 0 ⇒ 2 held by {n1 n2 n3}
      6: n2@0 starts as follower (log 0)
      7: n3@0 starts as follower (log 0)"
  `);
});

test.each([
  [
    'a majority still has it',
    `trace.started nodes=n1,n2,n3 clock=virtual
     n1@2 leader node.started lastLogIndex=2
     n2@2 follower node.started lastLogIndex=2
     n3@2 follower node.started lastLogIndex=2
     n1@2 leader commit.advanced 0→2 acks=n1,n2,n3
     n2@0 follower node.started lastLogIndex=0`,
  ],
  [
    'what was not counted may go',
    `trace.started nodes=n1,n2,n3 clock=virtual
     n1@2 leader node.started lastLogIndex=2
     n2@2 follower node.started lastLogIndex=3
     n3@2 follower node.started lastLogIndex=2
     n1@2 leader commit.advanced 0→2 acks=n1,n3
     n2@3 follower log.truncated 3`,
  ],
  [
    'another server has it by now',
    `trace.started nodes=n1,n2,n3 clock=virtual
     n1@2 leader node.started lastLogIndex=3
     n2@2 follower node.started lastLogIndex=3
     n3@2 follower node.started lastLogIndex=2
     n1@2 leader commit.advanced 2→3 acks=n1,n2
     n3@2 follower log.appended 3 2
     n2@2 follower node.started lastLogIndex=2`,
  ],
  [
    'a snapshot has taken its place',
    `trace.started nodes=n1,n2,n3 clock=virtual
     n1@2 leader node.started lastLogIndex=3
     n2@2 follower node.started lastLogIndex=3
     n3@2 follower node.started lastLogIndex=0
     n1@2 leader commit.advanced 2→3 acks=n1,n2
     n3@2 follower snapshot.installed 3 snapshotTerm=2
     n2@2 follower node.started lastLogIndex=2`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'on clocks of their own the lines may be out of order',
    `trace.started nodes=n1,n2,n3
     n1@2 leader commit.advanced 0→2 acks=n1,n2,n3
     n2@0 follower node.started lastLogIndex=0
     n3@0 follower node.started lastLogIndex=0`,
    'the order of all lines',
  ],
  [
    'nobody commits',
    `trace.started nodes=n1,n2,n3 clock=virtual
     n1@2 leader node.started lastLogIndex=2`,
    "moves of a leader's commitIndex, with the holders",
  ],
  [
    'the membership changes',
    `trace.started nodes=n1,n2,n3 clock=virtual
     n1@2 leader config.appended voters=n1,n2,n3,n4
     n1@2 leader commit.advanced 0→2 acks=n1,n2,n3
     n2@0 follower node.started lastLogIndex=0
     n3@0 follower node.started lastLogIndex=0`,
    'losses while the membership changes are not judged',
  ],
  [
    'one server is silent',
    `trace.started nodes=n1,n2,n3 clock=virtual
     n1@2 leader commit.advanced 0→2 acks=n1,n2,n3
     n2@0 follower node.started lastLogIndex=0`,
    'the lines of every server',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
