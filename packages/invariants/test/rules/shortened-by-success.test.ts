import { expect, test } from 'vitest';
import { shortenedBySuccess } from '../../src/rules/shortened-by-success.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(shortenedBySuccess, text);

test('violated: entries that are there are deleted', () => {
  expect(
    verdict(
      `n1@2 follower node.started lastLogIndex=3 lastLogTerm=1
       n1@2 follower log.appended 4 2,2
       n1@2 follower message.received AppendEntries n2→n1 prevLogIndex=3 entries=2
       n1@2 follower log.truncated 4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 deleted from 4 on for entries of n2, which hold the same 4@2
      3: n1@2 ← n2 AppendEntries 3 +1 (4@2)
      4: n1@2 deletes 4.."
  `);
});

test('violated: a heartbeat deletes what follows', () => {
  expect(
    verdict(
      `n1@2 follower node.started lastLogIndex=3 lastLogTerm=1
       n1@2 follower log.appended 4 2,2
       n1@2 follower message.received AppendEntries n2→n1 prevLogIndex=3 entries=
       n1@2 follower log.truncated 4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 deleted from 4 on for entries of n2, which end at 3
      3: n1@2 ← n2 AppendEntries 3 heartbeat
      4: n1@2 deletes 4.."
  `);
});

test('violated: what follows the last entry of the message', () => {
  expect(
    verdict(
      `n1@2 follower node.started lastLogIndex=3 lastLogTerm=1
       n1@2 follower log.appended 4 2,2
       n1@2 follower message.received AppendEntries n2→n1 prevLogIndex=3 entries=2
       n1@2 follower log.truncated 5`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 deleted from 5 on for entries of n2, which end at 4
      3: n1@2 ← n2 AppendEntries 3 +1 (4@2)
      4: n1@2 deletes 5.."
  `);
});

test.each([
  [
    'a conflict',
    `n1@2 follower node.started lastLogIndex=3 lastLogTerm=1
     n1@2 follower log.appended 4 2,2
     n1@3 follower message.received AppendEntries n2→n1 prevLogIndex=3 entries=3
     n1@3 follower log.truncated 4`,
  ],
  [
    'a conflict behind an entry that is there',
    `n1@2 follower node.started lastLogIndex=3 lastLogTerm=1
     n1@2 follower log.appended 4 2,2
     n1@3 follower message.received AppendEntries n2→n1 prevLogIndex=3 entries=2,3
     n1@3 follower log.truncated 5`,
  ],
  [
    'what was there is not known',
    `n1@2 follower node.started lastLogIndex=5 lastLogTerm=2
     n1@2 follower message.received AppendEntries n2→n1 prevLogIndex=3 entries=1
     n1@2 follower log.truncated 4`,
  ],
  [
    'beyond its end there is nothing to delete',
    `n1@2 follower node.started lastLogIndex=3 lastLogTerm=1
     n1@2 follower message.received AppendEntries n2→n1 prevLogIndex=3 entries=
     n1@2 follower log.truncated 4`,
  ],
  [
    'a snapshot is at work',
    `n1@2 follower node.started lastLogIndex=3 lastLogTerm=1
     n1@2 follower message.received AppendEntries n2→n1 prevLogIndex=3 entries=2
     n1@2 follower message.sent AppendEntriesResponse n1→n2
     n1@2 follower message.received InstallSnapshot n2→n1
     n1@2 follower log.truncated 3`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'the entries of the message are not told',
    `n1@2 follower message.received AppendEntries n2→n1 prevLogIndex=3
     n1@2 follower log.truncated 4`,
    'AppendEntries received, with its entries',
  ],
  [
    'a line is lost, maybe that of another request',
    `n1@2 follower node.started lastLogIndex=3 lastLogTerm=1
     n1@2 follower log.appended 4 2,2
     n1@2 follower message.received AppendEntries n2→n1 prevLogIndex=3 entries=2
     ~ n1@2 follower log.truncated 4`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
