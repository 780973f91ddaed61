import { expect, test } from 'vitest';
import { commitStall } from '../../src/rules/commit-stall.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(commitStall, text);

test('suspicious: accepted for ten election timeouts, and not committed', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 role.changed candidate→leader
       n1@2 leader entry.proposed 5
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (warning) term 2, n1: n1 has committed nothing for 2200 ms, more than 10 election timeouts, although it proposed index 5 and a majority accepts what it sends
      3: n1@2 proposes 5
      14: n1@2 ← n2 AppendEntriesResponse accepted"
  `);
});

test('suspicious: an earlier proposal was committed', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 role.changed candidate→leader
       n1@2 leader entry.proposed 5
       n1@2 leader entry.proposed 6
       n1@2 leader commit.advanced 4→5
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (warning) term 2, n1: n1 has committed nothing for 2200 ms, more than 10 election timeouts, although it proposed index 6 and a majority accepts what it sends
      4: n1@2 proposes 6
      16: n1@2 ← n2 AppendEntriesResponse accepted"
  `);
});

test.each([
  [
    'it is committed',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 leader entry.proposed 5
       n1@2 leader commit.advanced 4→5
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true`,
  ],
  [
    'no majority answers',
    `trace.started nodes=n1,n2,n3,n4,n5 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 leader entry.proposed 5
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true`,
  ],
  [
    'a majority answers only since a moment ago',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 leader entry.proposed 5
       +2500 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +100 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true`,
  ],
  [
    'others only reject',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 leader entry.proposed 5
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=false
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=false
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=false
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=false
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=false
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=false
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=false
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=false
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=false
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=false
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=false`,
  ],
  [
    'it leads no more',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 leader entry.proposed 5
       +200 n1@3 follower message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@3 follower message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@3 follower message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@3 follower message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@3 follower message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@3 follower message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@3 follower message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@3 follower message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@3 follower message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@3 follower message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@3 follower message.received AppendEntriesResponse n2→n1 success=true`,
  ],
  [
    'a joint configuration lacks a majority',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2 votersOutgoing=n1,n3
       n1@2 leader entry.proposed 5
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true`,
  ],
  [
    'a follower is told, step by step, what comes before',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 leader entry.proposed 20
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true matchIndex=3
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true matchIndex=4
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true matchIndex=5
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true matchIndex=6
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true matchIndex=7
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true matchIndex=8
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true matchIndex=9
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true matchIndex=10
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true matchIndex=11
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true matchIndex=12
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true matchIndex=13`,
  ],
  [
    'commits go on',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 leader entry.proposed 5
       n1@2 leader entry.proposed 6
       n1@2 leader entry.proposed 7
       +900 n1@2 leader commit.advanced 4→5
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +900 n1@2 leader commit.advanced 5→6
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'nothing is proposed',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true
       +200 n1@2 leader message.received AppendEntriesResponse n2→n1 success=true`,
    'proposals, and answers to the leader',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
