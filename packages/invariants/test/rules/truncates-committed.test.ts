import { expect, test } from 'vitest';
import { truncatesCommitted } from '../../src/rules/truncates-committed.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(truncatesCommitted, text);

test('violated: below its commit', () => {
  expect(
    verdict(
      `n1@3 commit.advanced 0→7
       n1@3 log.truncated 6`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 deleted entries from index 6 on, after it had committed up to 7
      1: n1@3 commit 0 ⇒ 7
      2: n1@3 deletes 6.."
  `);
});

test('violated: the committed entry itself', () => {
  expect(
    verdict(
      `n1@3 commit.advanced 0→7
       n1@3 log.truncated 7 lastIndex=9`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 deleted entries from index 7 on, after it had committed up to 7
      1: n1@3 commit 0 ⇒ 7
      2: n1@3 deletes 7..9"
  `);
});

test('violated: below the commitIndex that was stored', () => {
  expect(
    verdict(
      `n1@3 node.started commitIndex=7 lastLogIndex=9
       n1@4 log.truncated 6`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1 deleted entries from index 6 on, after it had committed up to 7
      1: n1@3 starts (log 9, commit 7)
      2: n1@4 deletes 6.."
  `);
});

test('violated: durable and committed before a restart', () => {
  expect(
    verdict(
      `n1@3 state.persisted lastLogIndex=9
       n1@3 commit.advanced 0→7
       n1@3 node.crashed
       n1@3 node.started
       n1@3 commit.advanced 0→2
       n1@4 log.truncated 5`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1 deleted entries from index 5 on, after it had committed up to 7
      2: n1@3 commit 0 ⇒ 7
      6: n1@4 deletes 5.."
  `);
});

test.each([
  [
    'beyond its commit',
    `n1@3 commit.advanced 0→7
       n1@4 log.truncated 8`,
  ],
  [
    'what was committed in memory only, and lost in a crash',
    `n1@1 state.persisted lastLogIndex=4
     n1@2 log.truncated 2 lastIndex=4
     n1@2 log.appended 2 2,2
     n1@2 commit.advanced 1→3
     n1@2 node.crashed
     n1@1 node.started lastLogIndex=4
     n1@2 log.truncated 2 lastIndex=4`,
  ],
  [
    'what another one committed',
    `n1@3 commit.advanced 0→7
       n2@3 commit.advanced 0→2
       n2@4 log.truncated 3`,
  ],
  [
    'compaction deletes nothing',
    `n1@3 commit.advanced 0→7
       n1@3 snapshot.taken 7`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'commits are not told',
    `n1@3 log.truncated 6`,
    'moves of commitIndex and deletions from the log',
  ],
  [
    'a line is missing',
    `n1@3 commit.advanced 0→7
       ~ n1@4 log.truncated 8`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
