import { expect, test } from 'vitest';
import { snapshotRegress } from '../../src/rules/snapshot-regress.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(snapshotRegress, text);

test('violated: a snapshot takes the state machine back', () => {
  expect(
    verdict(
      `n1@3 follower entry.applied 8
       n1@3 follower entry.applied 9
       n1@3 follower snapshot.installed 6`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 installed a snapshot through index 6 although it had applied index 9
      2: n1@3 applies 9
      3: n1@3 installs snapshot 6"
  `);
});

test('violated: an older snapshot is installed after a newer one', () => {
  expect(
    verdict(
      `n1@3 follower snapshot.installed 9
       n1@3 follower snapshot.installed 6`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 installed a snapshot through index 6 after one through index 9
      1: n1@3 installs snapshot 9
      2: n1@3 installs snapshot 6"
  `);
});

test('violated: a snapshot is taken behind the last one', () => {
  expect(
    verdict(
      `n1@3 follower snapshot.taken 9
       n1@3 follower snapshot.taken 6`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 took a snapshot through index 6 after one through index 9
      1: n1@3 takes snapshot 9
      2: n1@3 takes snapshot 6"
  `);
});

test('violated: behind the one that it started with', () => {
  expect(
    verdict(
      `n1@3 follower node.started snapshotIndex=9
       n1@3 follower snapshot.taken 6`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 took a snapshot through index 6 after one through index 9
      1: n1@3 starts as follower (snapshot 9)
      2: n1@3 takes snapshot 6"
  `);
});

test.each([
  [
    'snapshots go forward',
    `n1@3 follower node.started snapshotIndex=3
     n1@3 follower snapshot.taken 6
     n1@3 follower entry.applied 7
     n1@3 follower snapshot.installed 9`,
  ],
  [
    'the same one again changes nothing',
    `n1@3 follower entry.applied 9
     n1@3 follower snapshot.installed 9
     n1@3 follower snapshot.installed 9`,
  ],
  [
    'a restart begins with what is on storage',
    `n1@3 follower snapshot.taken 9
     n1@3 follower node.started snapshotIndex=6
     n1@3 follower entry.applied 7
     n1@3 follower snapshot.taken 7`,
  ],
  [
    'each server has its own',
    `n1@3 follower snapshot.taken 9
     n2@3 follower snapshot.taken 6`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  ['nobody takes a snapshot', `n1@3 follower entry.applied 9`, 'snapshots taken or installed'],
  [
    'a line is lost',
    `n1@3 follower snapshot.taken 6
     ~ n1@3 follower snapshot.taken 9`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
