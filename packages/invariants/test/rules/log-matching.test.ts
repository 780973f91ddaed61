import { expect, test } from 'vitest';
import { logMatching } from '../../src/rules/log-matching.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(logMatching, text);

test('violated: different commands', () => {
  expect(
    verdict(
      `n1@2 leader log.appended 3 2#aa
       n2@2 follower log.appended 3 2#bb`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1 n2: n1 and n2 hold different commands at 3@2 (aa and bb)
      1: n1@2 appends 3@2
      2: n2@2 appends 3@2"
  `);
});

test('violated: different entries before it', () => {
  expect(
    verdict(
      `n1@3 log.appended 3 1#aa,3#cc
       n2@3 log.appended 3 2#bb,3#cc`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1 n2: n1 and n2 both hold 4@3, but the entry before it is of term 1 in one log and of term 2 in the other
      1: n1@3 appends 3@1..4@3
      2: n2@3 appends 3@2..4@3"
  `);
});

test('violated: different entries before it, told by an earlier line', () => {
  expect(
    verdict(
      `n1@3 log.appended 3 1#aa
       n1@3 log.appended 4 3#cc
       n2@3 log.appended 3 2#bb
       n2@3 log.appended 4 3#cc`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1 n2: n1 and n2 both hold 4@3, but the entry before it is of term 1 in one log and of term 2 in the other
      2: n1@3 appends 4@3
      4: n2@3 appends 4@3"
  `);
});

test('violated: in the midst of a batch', () => {
  expect(
    verdict(
      `n1@2 log.appended 1 1#aa,2#bb,2#cc
       n2@2 log.appended 2 2#bb,2#dd`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1 n2: n1 and n2 hold different commands at 3@2 (cc and dd)
      1: n1@2 appends 1@1..3@2
      2: n2@2 appends 2@2..3@2"
  `);
});

test.each([
  [
    'equal logs',
    `n1@2 log.appended 1 1#aa,2#bb
       n2@2 log.appended 1 1#aa
       n2@2 log.appended 2 2#bb`,
  ],
  [
    'a conflict that is deleted',
    `n1@1 log.appended 1 1#aa,1#bb
       n2@2 log.appended 1 1#aa,2#cc
       n1@2 log.truncated 2
       n1@2 log.appended 2 2#cc`,
  ],
  [
    'a conflict that is overwritten',
    `n1@1 log.appended 1 1#aa,1#bb
       n2@2 log.appended 1 1#aa,2#cc,2#dd
       n1@2 log.appended 2 2#cc
       n1@2 log.appended 3 2#dd`,
  ],
  [
    'a snapshot, and the entry behind it',
    `n1@2 log.appended 1 1#aa,2#bb,2#cc
       n2@2 snapshot.installed 2 snapshotTerm=2
       n2@2 log.appended 3 2#cc`,
  ],
  [
    'a crash takes what was not durable',
    `n1@1 log.appended 1 1#aa,1#bb
       n1@1 node.crashed
       n1@1 node.started lastLogIndex=1 lastLogTerm=1
       n1@2 log.appended 2 2#cc
       n2@2 log.appended 1 1#aa,2#cc`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'hashes are not told',
    `n1@2 log.appended 3 2
       n2@2 log.appended 3 2`,
    'hashes of the entries',
  ],
  ['nothing is appended', `n1@2 commit.advanced 0→3`, 'entries appended, with term and hash'],
  [
    'the line that replaced the entry before is missing',
    `n1@3 log.appended 3 1#aa
       n2@3 log.appended 3 2#bb
       ~ n1@3 log.appended 4 3#cc
       n2@3 log.appended 4 3#cc`,
    '1 line lost (gaps in seq)',
  ],
  [
    'one server is silent',
    `trace.started nodes=n1,n2,n3
       n1@2 log.appended 3 2#aa
       n2@2 log.appended 3 2#aa`,
    'the lines of every server',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
