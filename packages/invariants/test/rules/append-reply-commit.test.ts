import { expect, test } from 'vitest';
import { appendReplyCommit } from '../../src/rules/append-reply-commit.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(appendReplyCommit, text);

test('violated: a heartbeat beyond the end is accepted', () => {
  expect(
    verdict(
      `n1@3 follower node.started lastLogIndex=4 lastLogTerm=2
       n1@3 follower append.accepted prevLogIndex=6 prevLogTerm=2 entries=0`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 accepted a heartbeat after index 6, and its log ends at 4
      1: n1@3 starts as follower (log 4@2)
      2: n1@3 accepts 0 entries after 6@2"
  `);
});

test('violated: the entry before is of another term', () => {
  expect(
    verdict(
      `n1@3 follower node.started lastLogIndex=4 lastLogTerm=2
       n1@3 follower append.accepted prevLogIndex=4 prevLogTerm=3 entries=0`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 accepted AppendEntries after 4@3, and holds 4@2
      1: n1@3 starts as follower (log 4@2)
      2: n1@3 accepts 0 entries after 4@3"
  `);
});

test('violated: entries are appended behind a gap', () => {
  expect(
    verdict(
      `n1@3 follower node.started lastLogIndex=4 lastLogTerm=2
       n1@3 follower log.appended 7 3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 appended from index 7 on, and its log ended at 4
      1: n1@3 starts as follower (log 4@2)
      2: n1@3 appends 7@3"
  `);
});

test('violated: more is committed than the leader said', () => {
  expect(
    verdict(
      `n1@3 follower message.received AppendEntries n2→n1 prevLogIndex=4 entries=3 leaderCommit=3
       n1@3 follower commit.advanced 2→5`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 committed index 5 where the leader said 3
      1: n1@3 ← n2 AppendEntries 4 +1 (5@3) commit 3
      2: n1@3 commit 2 ⇒ 5"
  `);
});

test('violated: more is committed than the message holds', () => {
  expect(
    verdict(
      `n1@3 follower message.received AppendEntries n2→n1 prevLogIndex=4 entries=3 leaderCommit=9
       n1@3 follower commit.advanced 2→6`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 committed index 6 on the word of AppendEntries that ends at 5
      1: n1@3 ← n2 AppendEntries 4 +1 (5@3) commit 9
      2: n1@3 commit 2 ⇒ 6"
  `);
});

test.each([
  [
    'the logs agree, and as much is committed',
    `n1@3 follower node.started lastLogIndex=4 lastLogTerm=2
     n1@3 follower message.received AppendEntries n2→n1 prevLogIndex=4 entries=3 leaderCommit=9
     n1@3 follower log.appended 5 3
     n1@3 follower append.accepted prevLogIndex=4 prevLogTerm=2 entries=1
     n1@3 follower commit.advanced 2→5
     n1@3 follower message.sent AppendEntriesResponse n1→n2`,
  ],
  [
    'the entry before is compacted away, or not known',
    `n1@3 follower node.started lastLogIndex=9 lastLogTerm=2
     n1@3 follower append.accepted prevLogIndex=4 prevLogTerm=1 entries=0`,
  ],
  [
    'behind a snapshot',
    `n1@3 follower node.started lastLogIndex=4 lastLogTerm=2
     n1@3 follower snapshot.installed 9 snapshotTerm=3
     n1@3 follower append.accepted prevLogIndex=9 prevLogTerm=3 entries=0`,
  ],
  [
    'a leader commits by counting',
    `n1@3 follower node.started lastLogIndex=4 lastLogTerm=2
     n1@3 follower append.accepted prevLogIndex=4 prevLogTerm=2 entries=0
     n1@4 leader message.received AppendEntries n2→n1 prevLogIndex=4 entries= leaderCommit=3
     n1@4 leader commit.advanced 2→5`,
  ],
  [
    'another request is at work too',
    `n1@3 follower node.started lastLogIndex=4 lastLogTerm=2
     n1@3 follower append.accepted prevLogIndex=4 prevLogTerm=2 entries=0
     n1@3 follower message.received AppendEntries n2→n1 prevLogIndex=9 entries= leaderCommit=9
     n1@3 follower message.received AppendEntries n2→n1 prevLogIndex=4 entries= leaderCommit=3
     n1@3 follower commit.advanced 2→9`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'nothing is told of the logs',
    `n1@3 follower append.accepted prevLogIndex=6 prevLogTerm=2 entries=0`,
    'answers to AppendEntries, and the ends of the logs',
  ],
  [
    'a line is lost, maybe that of an append',
    `n1@3 follower node.started lastLogIndex=6 lastLogTerm=2
     n1@3 follower append.accepted prevLogIndex=6 prevLogTerm=2 entries=0
     ~ n1@3 follower append.accepted prevLogIndex=8 prevLogTerm=2 entries=0`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
