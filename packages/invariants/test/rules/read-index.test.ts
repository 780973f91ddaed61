import { expect, test } from 'vitest';
import { readIndex } from '../../src/rules/read-index.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(readIndex, text);

test('violated: nobody was asked', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 0→3 entryTerm=2
       n1@2 leader entry.applied 3
       n1@2 leader read.started read-index readIndex=3 client=r1
       n1@2 leader read.served read-index readIndex=3 client=r1`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 serves a read, and of 3 voters 0 have answered heartbeats sent after it came
      7: n1@2 starts a read-index read at 3 (client r1)
      8: n1@2 serves a read-index read at 3 (client r1)"
  `);
});

test('violated: answers to heartbeats from before', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 0→3 entryTerm=2
       n1@2 leader entry.applied 3
       n1@2 leader message.sent AppendEntries n1→n2 round=1
       n1@2 leader read.started read-index readIndex=3 client=r1
       n1@2 leader message.received AppendEntriesResponse n2→n1 round=1
       n1@2 leader read.served read-index readIndex=3 client=r1`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 serves a read, and of 3 voters 0 have answered heartbeats sent after it came
      8: n1@2 starts a read-index read at 3 (client r1)
      10: n1@2 serves a read-index read at 3 (client r1)"
  `);
});

test('violated: nothing of its term is committed', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader read.started read-index readIndex=3 client=r1
       n1@2 leader message.sent AppendEntries n1→n2 round=1
       n1@2 leader message.received AppendEntriesResponse n2→n1 round=1
       n1@2 leader read.served read-index readIndex=3 client=r1`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 serves a read in term 2, in which it had committed nothing when the read began
      5: n1@2 starts a read-index read at 3 (client r1)
      8: n1@2 serves a read-index read at 3 (client r1)"
  `);
});

test('violated: the read index is too low', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 0→3 entryTerm=2
       n1@2 leader entry.applied 3
       n1@2 leader read.started read-index readIndex=2 client=r1
       n1@2 leader message.sent AppendEntries n1→n2 round=1
       n1@2 leader message.received AppendEntriesResponse n2→n1 round=1
       n1@2 leader read.served read-index readIndex=2 client=r1`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 serves a read at index 2, which began when its commitIndex was 3
      5: n1@2 commit 0 ⇒ 3@2
      7: n1@2 starts a read-index read at 2 (client r1)
      10: n1@2 serves a read-index read at 2 (client r1)"
  `);
});

test('violated: a follower serves what it has not applied', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n2@2 follower node.started voters=n1,n2,n3
       n2@2 follower read.started read-index client=r1
       n2@2 follower entry.applied 3
       n2@2 follower read.served read-index readIndex=5 client=r1`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n2: n2 serves a read at index 5 and has applied 3
      3: n2@2 starts a read-index read (client r1)
      5: n2@2 serves a read-index read at 5 (client r1)"
  `);
});

test('violated: a follower serves less than it knew to be committed', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n2@2 follower node.started voters=n1,n2,n3
       n2@2 follower commit.advanced 0→7
       n2@2 follower read.started read-index client=r1
       n2@2 follower read.served read-index readIndex=5 client=r1`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n2: n2 serves a read at index 5, which began when its commitIndex was 7
      3: n2@2 commit 0 ⇒ 7
      4: n2@2 starts a read-index read (client r1)
      5: n2@2 serves a read-index read at 5 (client r1)"
  `);
});

test.each([
  [
    'a majority answers the round',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 0→3 entryTerm=2
       n1@2 leader entry.applied 3
       n1@2 leader read.started read-index readIndex=3 client=r1
       n1@2 leader message.sent AppendEntries n1→n2 round=1
       n1@2 leader message.received AppendEntriesResponse n2→n1 round=1
       n1@2 leader read.served read-index readIndex=3 client=r1`,
  ],
  [
    'several reads share a round',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 0→3 entryTerm=2
       n1@2 leader entry.applied 3
       n1@2 leader read.started read-index readIndex=3 client=r1
       n1@2 leader read.started read-index readIndex=3 client=r2
       n1@2 leader message.sent AppendEntries n1→n2 round=1
       n1@2 leader message.received AppendEntriesResponse n2→n1 round=1
       n1@2 leader read.served read-index readIndex=3 client=r1
       n1@2 leader read.served read-index readIndex=3 client=r2`,
  ],
  [
    'the only voter asks nobody',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 0→3 entryTerm=2
       n1@2 leader read.started read-index readIndex=3 client=r1
       n1@2 leader read.served read-index readIndex=3 client=r1`,
  ],
  [
    'a follower that is told how far to be',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n2@2 follower node.started voters=n1,n2,n3
       n2@2 follower read.started read-index client=r1
       n2@2 follower entry.applied 5
       n2@2 follower read.served read-index readIndex=5 client=r1`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'the read is not served',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 0→3 entryTerm=2
       n1@2 leader entry.applied 3
       n1@2 leader read.started read-index readIndex=3 client=r1`,
    'reads, from their start to their answer',
  ],
  [
    'answers do not tell their round',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 0→3 entryTerm=2
       n1@2 leader entry.applied 3
       n1@2 leader read.started read-index readIndex=3 client=r1
       n1@2 leader message.received AppendEntriesResponse n2→n1
       n1@2 leader read.served read-index readIndex=3 client=r1`,
    'which heartbeats answers are to, and terms of commits',
  ],
  [
    'a line may be missing',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 0→3 entryTerm=2
       n1@2 leader entry.applied 3
       n1@2 leader read.started read-index readIndex=3 client=r1
       ~ n1@2 leader read.served read-index readIndex=3 client=r1`,
    'reads, from their start to their answer',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
