import { expect, test } from 'vitest';
import { divergenceUnhealed } from '../../src/rules/divergence-unhealed.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(divergenceUnhealed, text);

test('suspicious: nothing but rejections for ten election timeouts', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=9
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=8
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=7
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=6
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=5
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=4
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=3
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=2
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=1
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=9
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=8
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=7`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (warning) term 2, n2: n2 has rejected 12 AppendEntries of n1 in 2200 ms, more than 10 election timeouts, and accepted none
      2: n2@2 rejects entries after 9 from n1
      13: n2@2 rejects entries after 7 from n1"
  `);
});

test.each([
  [
    'one is accepted',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=9
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=8
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=7
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=6
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=5
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=4
       n2@2 follower append.accepted
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=2
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=1
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=9
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=8
       +200 n2@2 follower append.rejected leader=n1 prevLogIndex=7`,
  ],
  [
    'many within a short time, as terms differ',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n2@2 follower append.rejected leader=n1 prevLogIndex=9
       n2@2 follower append.rejected leader=n1 prevLogIndex=8
       n2@2 follower append.rejected leader=n1 prevLogIndex=7
       n2@2 follower append.rejected leader=n1 prevLogIndex=6
       n2@2 follower append.rejected leader=n1 prevLogIndex=5
       n2@2 follower append.rejected leader=n1 prevLogIndex=4
       n2@2 follower append.rejected leader=n1 prevLogIndex=3
       n2@2 follower append.rejected leader=n1 prevLogIndex=2
       n2@2 follower append.rejected leader=n1 prevLogIndex=1
       n2@2 follower append.rejected leader=n1 prevLogIndex=9
       n2@2 follower append.rejected leader=n1 prevLogIndex=8
       n2@2 follower append.rejected leader=n1 prevLogIndex=7`,
  ],
  [
    'from one leader after the other',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       +200 n2@2 follower append.rejected leader=n1
       +200 n2@3 follower append.rejected leader=n1
       +200 n2@4 follower append.rejected leader=n1
       +200 n2@5 follower append.rejected leader=n1
       +200 n2@6 follower append.rejected leader=n1
       +200 n2@7 follower append.rejected leader=n1
       +200 n2@8 follower append.rejected leader=n1
       +200 n2@9 follower append.rejected leader=n1
       +200 n2@10 follower append.rejected leader=n1
       +200 n2@11 follower append.rejected leader=n1
       +200 n2@12 follower append.rejected leader=n1
       +200 n2@13 follower append.rejected leader=n1
       +200 n2@14 follower append.rejected leader=n1
       +200 n2@15 follower append.rejected leader=n1`,
  ],
  [
    'of an old leader',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n2@2 follower append.accepted
       +200 n2@2 follower append.rejected leader=n1 cause=stale-term prevLogIndex=9
       +200 n2@2 follower append.rejected leader=n1 cause=stale-term prevLogIndex=8
       +200 n2@2 follower append.rejected leader=n1 cause=stale-term prevLogIndex=7
       +200 n2@2 follower append.rejected leader=n1 cause=stale-term prevLogIndex=6
       +200 n2@2 follower append.rejected leader=n1 cause=stale-term prevLogIndex=5
       +200 n2@2 follower append.rejected leader=n1 cause=stale-term prevLogIndex=4
       +200 n2@2 follower append.rejected leader=n1 cause=stale-term prevLogIndex=3
       +200 n2@2 follower append.rejected leader=n1 cause=stale-term prevLogIndex=2
       +200 n2@2 follower append.rejected leader=n1 cause=stale-term prevLogIndex=1
       +200 n2@2 follower append.rejected leader=n1 cause=stale-term prevLogIndex=9
       +200 n2@2 follower append.rejected leader=n1 cause=stale-term prevLogIndex=8
       +200 n2@2 follower append.rejected leader=n1 cause=stale-term prevLogIndex=7`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'no AppendEntries is answered',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50`,
    'answers to AppendEntries',
  ],
  [
    'servers only start',
    `n1@1 follower node.started
     n2@1 follower node.started`,
    'answers to AppendEntries',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
