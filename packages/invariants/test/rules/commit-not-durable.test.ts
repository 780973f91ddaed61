import { expect, test } from 'vitest';
import { commitNotDurable } from '../../src/rules/commit-not-durable.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(commitNotDurable, text);

test('violated: the leader counts what it has not saved', () => {
  expect(
    verdict(
      `n1@2 leader node.started lastLogIndex=3
       n1@2 leader log.appended 4 2,2
       n1@2 leader state.persisted currentTerm=2 lastLogIndex=4
       n1@2 leader commit.advanced 3→5 acks=n1,n2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 counted itself as a holder of index 5, and had its log on its storage only through 4
      3: n1@2 persists (term 2, vote none, log 4)
      4: n1@2 commit 3 ⇒ 5 held by {n1 n2}"
  `);
});

test('violated: what was saved was deleted since', () => {
  expect(
    verdict(
      `n1@2 follower node.started lastLogIndex=5
       n1@2 follower state.persisted currentTerm=2 lastLogIndex=6
       n1@3 follower log.truncated 4
       n1@4 leader log.appended 4 4
       n1@4 leader commit.advanced 3→4 acks=n1,n2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1 counted itself as a holder of index 4, and had its log on its storage only through 3
      2: n1@2 persists (term 2, vote none, log 6)
      5: n1@4 commit 3 ⇒ 4 held by {n1 n2}"
  `);
});

test('violated: a cluster of one', () => {
  expect(
    verdict(
      `n1@1 leader node.started lastLogIndex=0
       n1@1 leader state.persisted currentTerm=1 lastLogIndex=0
       n1@1 leader commit.advanced 0→1 acks=n1`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 1, n1: n1 counted itself as a holder of index 1, and had its log on its storage only through 0
      2: n1@1 persists (term 1, vote none, log 0)
      3: n1@1 commit 0 ⇒ 1 held by {n1}"
  `);
});

test.each([
  [
    'saved first',
    `n1@2 leader node.started lastLogIndex=3
     n1@2 leader state.persisted currentTerm=2 lastLogIndex=5
     n1@2 leader commit.advanced 3→5 acks=n1,n2`,
  ],
  [
    'a majority without the leader',
    `n1@2 leader node.started lastLogIndex=3
     n1@2 leader state.persisted currentTerm=2 lastLogIndex=4
     n1@2 leader commit.advanced 3→5 acks=n2,n3`,
  ],
  [
    'an older write that is told late says less',
    `n1@2 leader node.started lastLogIndex=3
     n1@2 leader state.persisted currentTerm=2 lastLogIndex=5
     n1@2 leader state.persisted currentTerm=2 lastLogIndex=4
     n1@2 leader commit.advanced 3→5 acks=n1,n2`,
  ],
  [
    'a follower commits what its leader says',
    `n1@2 follower node.started lastLogIndex=3
     n1@2 follower state.persisted currentTerm=2 lastLogIndex=3
     n1@2 follower commit.advanced 3→5
     n1@2 leader commit.advanced 3→3 acks=n1`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'nobody tells of storage',
    `n1@2 leader node.started lastLogIndex=3
     n1@2 leader commit.advanced 3→5 acks=n1,n2`,
    'commits with their holders, and what became durable when',
  ],
  [
    'the holders are not told',
    `n1@2 leader state.persisted lastLogIndex=3
     n1@2 leader commit.advanced 3→5`,
    'commits with their holders, and what became durable when',
  ],
  [
    'a line is lost, maybe that of the write',
    `n1@2 leader node.started lastLogIndex=3
     n1@2 leader state.persisted currentTerm=2 lastLogIndex=4
     ~ n1@2 leader commit.advanced 3→5 acks=n1,n2`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
