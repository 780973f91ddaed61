import { expect, test } from 'vitest';
import { logTermsOrdered } from '../../src/rules/log-terms-ordered.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(logTermsOrdered, text);

test('violated: a term falls from one append to the next', () => {
  expect(
    verdict(
      `n1@3 follower node.started lastLogIndex=4 lastLogTerm=3
       n1@3 follower log.appended 5 2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 appended 5@2 after 4@3: terms never fall along a log
      1: n1@3 starts as follower (log 4@3)
      2: n1@3 appends 5@2"
  `);
});

test('violated: a term falls within one append', () => {
  expect(verdict(`n1@3 follower log.appended 5 2,3,2`)).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 appended 7@2 after 6@3: terms never fall along a log
      1: n1@3 appends 5@2..7@2"
  `);
});

test("violated: an entry is of a later term than the server's own", () => {
  expect(verdict(`n1@3 follower log.appended 5 4`)).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1, in term 3, appended 5@4, of a later term
      1: n1@3 appends 5@4"
  `);
});

test('violated: the storage has entries of a term that it does not know', () => {
  expect(verdict(`n1@1 follower node.started lastLogIndex=4 lastLogTerm=3`)).toMatchInlineSnapshot(`
    "violated (violation) term 1, n1: n1 started in term 1 with a log that ends in 4@3
      1: n1@1 starts as follower (log 4@3)"
  `);
});

test('violated: what stands below a deleted suffix counts again', () => {
  expect(
    verdict(
      `n1@2 follower node.started lastLogIndex=0 lastLogTerm=0
       n1@2 follower log.appended 1 2
       n1@4 follower log.appended 2 4
       n1@5 follower log.truncated 2
       n1@5 follower log.appended 2 1`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 5, n1: n1 appended 2@1 after 1@2: terms never fall along a log
      2: n1@2 appends 1@2
      5: n1@5 appends 2@1"
  `);
});

test.each([
  [
    'terms grow along the log',
    `n1@3 follower node.started lastLogIndex=4 lastLogTerm=3
     n1@5 follower log.appended 5 3,5
     n1@5 follower log.appended 7 5`,
  ],
  [
    'a conflicting suffix of a later term is replaced',
    `n1@3 follower node.started lastLogIndex=4 lastLogTerm=1
     n1@3 follower log.appended 5 3
     n1@5 follower log.truncated 5
     n1@5 follower log.appended 5 2,5`,
  ],
  [
    'a suffix is written over without a word',
    `n1@3 follower node.started lastLogIndex=4 lastLogTerm=1
     n1@3 follower log.appended 5 3,3
     n1@5 follower log.appended 5 2`,
  ],
  [
    'a snapshot takes the place of the log',
    `n1@3 follower node.started lastLogIndex=4 lastLogTerm=3
     n1@5 follower snapshot.installed 9 snapshotTerm=2
     n1@5 follower log.appended 10 2`,
  ],
  [
    'the entry before is not known',
    `n1@3 follower log.appended 5 3
     n1@3 follower log.appended 9 2`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'nothing is appended',
    `n1@3 follower node.started lastLogIndex=4 lastLogTerm=3`,
    'entries appended',
  ],
  [
    'a line is lost, maybe that of a deletion',
    `n1@3 follower node.started lastLogIndex=4 lastLogTerm=3
     ~ n1@3 follower log.appended 5 2`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
