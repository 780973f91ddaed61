import { expect, test } from 'vitest';
import { lateHeartbeat } from '../../src/rules/late-heartbeat.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(lateHeartbeat, text);

test('suspicious: more than half of the election timeout', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +10 n1@2 leader message.sent AppendEntries n1→n2
       +90 n1@2 leader message.sent AppendEntries n1→n2`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (note) term 2, n1: n1, leader, sent n2 nothing for 90 ms, more than half of the shortest election timeout (100 ms)
      6: n1@2 → n2 AppendEntries
      7: n1@2 → n2 AppendEntries"
  `);
});

test('suspicious: to one of them', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +10 n1@2 leader message.sent AppendEntries n1→n2
       +0 n1@2 leader message.sent AppendEntries n1→n3
       +50 n1@2 leader message.sent AppendEntries n1→n2
       +50 n1@2 leader message.sent AppendEntries n1→n2
       +0 n1@2 leader message.sent AppendEntries n1→n3`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (note) term 2, n1: n1, leader, sent n3 nothing for 100 ms, more than half of the shortest election timeout (100 ms)
      7: n1@2 → n3 AppendEntries
      10: n1@2 → n3 AppendEntries"
  `);
});

test('suspicious: the timeout is learned', () => {
  expect(
    verdict(
      `n2@1 follower timer.started election timeoutMs=100
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +10 n1@2 leader message.sent AppendEntries n1→n2
       +90 n1@2 leader message.sent AppendEntries n1→n2`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (note) term 2, n1: n1, leader, sent n2 nothing for 90 ms, more than half of the shortest election timeout (100 ms)
      6: n1@2 → n2 AppendEntries
      7: n1@2 → n2 AppendEntries"
  `);
});

test.each([
  [
    'in time',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +10 n1@2 leader message.sent AppendEntries n1→n2
       +50 n1@2 leader message.sent AppendEntries n1→n2
       +50 n1@2 leader message.sent AppendEntries n1→n2`,
  ],
  [
    'in another term',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +10 n1@2 leader message.sent AppendEntries n1→n2
       +50 n1@2 leader message.sent AppendEntries n1→n2
       +90 n1@3 leader message.sent AppendEntries n1→n2`,
  ],
  [
    'it left in between',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +10 n1@2 leader message.sent AppendEntries n1→n2
       +50 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader config.appended n1,n3
       +90 n1@2 leader message.sent AppendEntries n1→n2`,
  ],
  [
    'the harness holds it up',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +10 n1@2 leader message.sent AppendEntries n1→n2
       fault.injected pause nodes=n1
       +90 n1@2 leader message.sent AppendEntries n1→n2`,
  ],
  [
    'not later than the interval declared',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=80
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +50 n1@2 leader message.sent AppendEntries n1→n2 entries=
       +10 n1@2 leader message.sent AppendEntries n1→n2
       +90 n1@2 leader message.sent AppendEntries n1→n2`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'nobody leads',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50`,
    'heartbeats that leaders send, and the election timeout',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
