import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stripPrefix } from '../src/index.ts';
import { mutatedLine } from './mutated-line.ts';

test.each<[string, string, string]>([
  ['journald', 'Nov 23 10:00:00 host etcd[1]: became', 'became'],
  ['journald, a day of one digit', 'Nov  3 10:00:00 my.host raft: x', 'x'],
  ['journald, microseconds', 'Nov 23 10:00:00.123456 host raft[1]:   x', '  x'],
  ['compose v1', 'node_1    |   indented', '  indented'],
  ['compose v2', 'my-raft-node-12  | x', 'x'],
  ['compose, a blank line', 'node_1  |', ''],
  ['Kubernetes', '2024-11-23T10:00:00.123456789Z stdout F x', 'x'],
  ['Kubernetes, a part of a line', '2024-11-23T10:00:00+01:00 stderr P x', 'x'],
  ['quoted', '> > x', 'x'],
  ['one in the other', '2024-11-23T10:00:00Z stdout F \u001b[36mnode_1  |\u001b[0m x', 'x'],
  ['colours', '\u001b[1;31mred\u001b[0m and \u001b[38;5;8mgrey\u001b[K', 'red and grey'],
  ['a title', '\u001b]0;title\u0007x', 'x'],
  ['a link', '\u001b]8;;file:a\u001b\\x\u001b]8;;\u001b\\', 'x'],
])('takes away: %s', (_, line, rest) => {
  expect(stripPrefix(line)).toBe(rest);
});

test.each([
  '2021/08/04 15:45:58 1: Election succeeded',
  '2020-01-20 22:15:10.486344 I | raft: b71f became leader at term 2',
  '2024-11-28T12:37:33.248Z [WARN]  raft: heartbeat timeout reached',
  '2020-03-06T23:31:34Z|00003|raft|INFO|term 1: elected leader',
  '2024-11-23T10:00:00Z stdout is full',
  '[2024/08/07 09:44:59.054 +00:00] [INFO] [raft.rs:1228]',
  'raft2020/06/21 11:58:52 INFO: 8e9e became follower at term 0',
  '008258 VOTE S1 Granting Vote to S2 at T1',
  'INFO | raft | x',
  '    config.go:389: term 2 has 2 (>1) leaders',
  '{"msg":"node_1  | x"}',
])("leaves the log's own: %s", (line) => {
  expect(stripPrefix(line)).toBe(line);
});

test('only ever takes away', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (line) => {
      expect(line.length).toBeGreaterThanOrEqual(stripPrefix(line).length);
      if (line.includes('\u001b')) return;
      const stripped = stripPrefix(line);
      expect([line, line.trimEnd()].some((text) => text.endsWith(stripped))).toBe(true);
    }),
    { seed: 6824 },
  );
});

const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
/** Every kind of prefix in one pattern. */
const prefix = new RegExp(
  `^(?:(?:${months}) [ \\d]\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})? [\\w.-]{1,255} ` +
    '[^\\s[\\]:]{1,255}(?:\\[\\d{1,9}\\])?: |' +
    '[A-Za-z][\\w.-]{0,255}[-_]\\d{1,6} {1,255}\\| ?|> |' +
    '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d) ' +
    '(?:stdout|stderr) [FP] )',
);

test('takes away what one pattern of all prefixes would', () => {
  const lines = [
    'Nov 23 10:00:00 host etcd[1]: became',
    'Nov  3 10:00:00 my.host raft: node_1 | x',
    'node_1    |   indented',
    'a-1 | x',
    '> > x',
    '2024-11-23T10:00:00.123456789Z stdout F x',
    'raft2020/06/21 11:58:52 INFO: 8e9e became follower at term 0',
  ];
  fc.assert(
    fc.property(mutatedLine(lines), (line) => {
      if (line.includes('\u001b')) return;
      let rest = line;
      for (let depth = 0; depth < 4; depth += 1) rest = rest.replace(prefix, '');
      expect(stripPrefix(line)).toBe(rest.trimEnd());
    }),
    { numRuns: 5000 },
  );
});
