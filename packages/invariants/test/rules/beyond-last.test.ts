import { expect, test } from 'vitest';
import { beyondLast } from '../../src/rules/beyond-last.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(beyondLast, text);

test('violated: a commit beyond the log', () => {
  expect(
    verdict(
      `n1@1 node.started lastLogIndex=4
       n1@2 follower commit.advanced 4→6`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 committed index 6, beyond the end of its log at 4
      1: n1@1 starts (log 4)
      2: n1@2 commit 4 ⇒ 6"
  `);
});

test('violated: a commit beyond what a truncation left', () => {
  expect(
    verdict(
      `n1@1 node.started lastLogIndex=4
       n1@2 log.truncated 3
       n1@2 log.appended 3 2
       n1@2 commit.advanced 0→4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 committed index 4, beyond the end of its log at 3
      3: n1@2 appends 3@2
      4: n1@2 commit 0 ⇒ 4"
  `);
});

test('violated: applied before it is committed', () => {
  expect(
    verdict(
      `n1@1 node.started lastLogIndex=4
       n1@1 commit.advanced 0→2
       n1@1 entry.applied 3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 1, n1: n1 applied index 3, beyond its commitIndex 2
      2: n1@1 commit 0 ⇒ 2
      3: n1@1 applies 3"
  `);
});

test('violated: applied right after a restart', () => {
  expect(
    verdict(
      `n1@1 node.started lastLogIndex=4 commitIndex=1
       n1@1 entry.applied 2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 1, n1: n1 applied index 2, beyond its commitIndex 1
      1: n1@1 starts (log 4, commit 1)
      2: n1@1 applies 2"
  `);
});

test.each([
  [
    'append, commit, apply',
    `n1@1 node.started lastLogIndex=0
       n1@1 log.appended 1 1,1
       n1@1 commit.advanced 0→2
       n1@1 entry.applied 1
       n1@1 entry.applied 2`,
  ],
  [
    'a snapshot takes the place of the log',
    `n1@1 node.started lastLogIndex=0
       n1@1 snapshot.installed 7
       n1@1 entry.applied 7
       n1@1 log.appended 8 1
       n1@1 commit.advanced 7→8`,
  ],
  [
    'a restart with a snapshot',
    `n1@1 node.started lastLogIndex=9 snapshotIndex=7
       n1@1 entry.applied 7
       n1@1 commit.advanced 7→9`,
  ],
  [
    'entries that came twice do not shorten the log',
    `n1@1 node.started lastLogIndex=0
       n1@1 log.appended 1 1,1,1
       n1@1 log.appended 1 1
       n1@1 commit.advanced 0→3`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'the append is missing',
    `n1@1 node.started lastLogIndex=4
       ~ n1@2 commit.advanced 4→6`,
    '1 line lost (gaps in seq)',
  ],
  [
    'the end of the log was never told',
    `n1@1 commit.advanced 4→6`,
    'the ends of the logs and moves of commitIndex',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
