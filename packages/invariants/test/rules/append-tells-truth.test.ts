import { expect, test } from 'vitest';
import { appendTellsTruth } from '../../src/rules/append-tells-truth.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(appendTellsTruth, text);

test('violated: leaderCommit runs ahead', () => {
  expect(
    verdict(
      `n1@3 leader node.started commitIndex=0
       n1@3 leader commit.advanced 0→4
       n1@3 leader message.sent AppendEntries n1→n2 leaderCommit=6`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 sent n2 AppendEntries with leaderCommit 6, and its commitIndex is 4
      2: n1@3 commit 0 ⇒ 4
      3: n1@3 → n2 AppendEntries commit 6"
  `);
});

test('violated: leaderCommit runs ahead of a new leader', () => {
  expect(
    verdict(
      `n1@3 leader node.started commitIndex=0
       n1@3 leader message.sent AppendEntries n1→n2 leaderCommit=6`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 sent n2 AppendEntries with leaderCommit 6, and its commitIndex is 0
      1: n1@3 starts as leader (commit 0)
      2: n1@3 → n2 AppendEntries commit 6"
  `);
});

test('violated: an entry before without a term', () => {
  expect(
    verdict(`n1@3 leader message.sent AppendEntries n1→n2 prevLogIndex=6 prevLogTerm=0`),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 sent n2 AppendEntries with prevLogIndex 6 and prevLogTerm 0
      1: n1@3 → n2 AppendEntries 6@0"
  `);
});

test('violated: a term before the first entry', () => {
  expect(
    verdict(`n1@3 leader message.sent AppendEntries n1→n2 prevLogIndex=0 prevLogTerm=2`),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 sent n2 AppendEntries with prevLogIndex 0 and prevLogTerm 2
      1: n1@3 → n2 AppendEntries 0@2"
  `);
});

test.each([
  [
    'as far as it has committed',
    `n1@3 leader node.started commitIndex=0
     n1@3 leader message.sent AppendEntries n1→n2 prevLogIndex=0 prevLogTerm=0 leaderCommit=0
     n1@3 leader commit.advanced 0→4
     n1@3 leader message.sent AppendEntries n1→n2 prevLogIndex=6 prevLogTerm=2 leaderCommit=4`,
  ],
  [
    'a message that was made before',
    `n1@3 leader node.started commitIndex=0
     n1@3 leader commit.advanced 0→4
     n1@3 leader message.sent AppendEntries n1→n2 prevLogIndex=6 prevLogTerm=2 leaderCommit=3`,
  ],
  [
    'behind a snapshot',
    `n1@3 follower node.started commitIndex=0
     n1@3 follower snapshot.installed 9
     n1@4 leader message.sent AppendEntries n1→n2 prevLogIndex=9 prevLogTerm=2 leaderCommit=9`,
  ],
  [
    'a server that did not say with what it started',
    `n1@3 leader message.sent AppendEntries n1→n2 prevLogIndex=6 prevLogTerm=2 leaderCommit=6`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'no arguments',
    `n1@3 leader message.sent AppendEntries n1→n2`,
    'AppendEntries sent, with its arguments',
  ],
  [
    'a line is lost, maybe that of the commit',
    `n1@3 leader node.started commitIndex=0
     ~ n1@3 leader message.sent AppendEntries n1→n2 prevLogIndex=6 prevLogTerm=2 leaderCommit=6`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
