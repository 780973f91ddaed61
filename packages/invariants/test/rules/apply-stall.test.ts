import { expect, test } from 'vitest';
import { applyStall } from '../../src/rules/apply-stall.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(applyStall, text);

test('suspicious: commits go on, and nothing is applied', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 leader commit.advanced 0→1
       n1@2 leader entry.applied 1
       n1@2 leader commit.advanced 1→2
       +2100 n1@2 leader commit.advanced 2→3`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (warning) term 2, n1: n1 has committed index 3 and applied nothing after index 1 for 2100 ms, more than 10 election timeouts
      4: n1@2 commit 1 ⇒ 2
      5: n1@2 commit 2 ⇒ 3"
  `);
});

test.each([
  [
    'all is applied',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 leader commit.advanced 0→1
       n1@2 leader entry.applied 1
       +2100 n1@2 leader commit.advanced 1→2
       n1@2 leader entry.applied 2
       +2100 n1@2 leader commit.advanced 2→3`,
  ],
  [
    'late, but it goes on',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 leader commit.advanced 0→9
       +1500 n1@2 leader entry.applied 1
       +1500 n1@2 leader commit.advanced 9→10`,
  ],
  [
    'a restart begins anew',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 leader entry.applied 1
       n1@2 leader commit.advanced 1→2
       n1@2 follower node.started
       +2100 n1@2 leader commit.advanced 2→3`,
  ],
  [
    'one server tells what it applies and another does not',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n2@2 follower entry.applied 1
       n1@2 leader commit.advanced 1→2
       +2100 n1@2 leader commit.advanced 2→3`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'nobody tells what is applied',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 leader commit.advanced 1→2
       +2100 n1@2 leader commit.advanced 2→3`,
    'what servers commit and apply',
  ],
  [
    'a line may be missing',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 leader entry.applied 1
       n1@2 leader commit.advanced 1→2
       +2100 ~ n1@2 leader commit.advanced 2→3`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
