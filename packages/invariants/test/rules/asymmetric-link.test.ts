import { expect, test } from 'vitest';
import { asymmetricLink } from '../../src/rules/asymmetric-link.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(asymmetricLink, text);

test('suspicious: heard, and hears nothing', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n2@1 follower message.received AppendEntries n1→n2
       n2@2 candidate election.started
       n1@2 follower message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (note) n2 n1: n1 hears n2, but n2 has received none of the 5 messages that n1 sent it in 450 ms
      5: n1@2 → n2 AppendEntries
      14: n1@2 ← n2 RequestVote"
  `);
});

test.each([
  [
    'it hears one of them',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n2@1 follower message.received AppendEntries n1→n2
       n2@2 candidate election.started
       n1@2 follower message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n2@2 candidate message.received AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n2@2 candidate message.received AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n2@2 candidate message.received AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n2@2 candidate message.received AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n2@2 candidate message.received AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n2@2 candidate message.received AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1`,
  ],
  [
    'cut off both ways, and back',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n2@1 follower message.received AppendEntries n1→n2
       n2@2 candidate election.started
       n1@2 follower message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       +100 n1@2 leader message.sent AppendEntries n1→n2
       +100 n1@2 leader message.sent AppendEntries n1→n2
       +100 n1@2 leader message.sent AppendEntries n1→n2
       +100 n1@2 leader message.sent AppendEntries n1→n2
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1`,
  ],
  [
    'it is down',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n2@1 follower message.received AppendEntries n1→n2
       n2@2 candidate election.started
       n1@2 follower message.received RequestVote n2→n1
       n2@2 node.crashed
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1`,
  ],
  [
    'what it receives it never tells',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n2@2 candidate election.started
       n1@2 follower message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'nobody campaigns',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1`,
    'elections, and messages sent and received',
  ],
  [
    'lines of it may be missing',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n2@1 follower message.received AppendEntries n1→n2
       n2@2 candidate election.started
       n1@2 follower message.received RequestVote n2→n1
       ~ n2@2 candidate lock.waiting mu
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1
       +100 n1@2 leader message.sent AppendEntries n1→n2
       n1@2 leader message.received RequestVote n2→n1`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
