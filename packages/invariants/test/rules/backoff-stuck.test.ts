import { expect, test } from 'vitest';
import { backoffStuck } from '../../src/rules/backoff-stuck.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(backoffStuck, text);

test('violated: the leader goes on beyond the end of the follower', () => {
  expect(
    verdict(
      `n1@3 leader message.received AppendEntriesResponse n2→n1 id=r0 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
       n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
       n1@3 leader message.received AppendEntriesResponse n2→n1 id=r1 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
       n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
       n1@3 leader message.received AppendEntriesResponse n2→n1 id=r2 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
       n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
       n1@3 leader message.received AppendEntriesResponse n2→n1 id=r3 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
       n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1 n2: n2 rejected AppendEntries of n1 4 times in a row, the last time for index 5, and n1 still sends what follows 9
      1: n1@3 ← n2 AppendEntriesResponse rejected retry at 5@0
      7: n1@3 ← n2 AppendEntriesResponse rejected retry at 5@0
      8: n1@3 → n2 AppendEntries 9"
  `);
});

test('violated: the very index that did not match', () => {
  expect(
    verdict(
      `n1@3 leader message.received AppendEntriesResponse n2→n1 id=r0 rpcTerm=3 success=false prevLogIndex=9 conflictTerm=2
       n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
       n1@3 leader message.received AppendEntriesResponse n2→n1 id=r1 rpcTerm=3 success=false prevLogIndex=9 conflictTerm=2
       n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
       n1@3 leader message.received AppendEntriesResponse n2→n1 id=r2 rpcTerm=3 success=false prevLogIndex=9 conflictTerm=2
       n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
       n1@3 leader message.received AppendEntriesResponse n2→n1 id=r3 rpcTerm=3 success=false prevLogIndex=9 conflictTerm=2
       n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1 n2: n2 rejected AppendEntries of n1 4 times in a row, the last time for index 9, and n1 still sends what follows 9
      1: n1@3 ← n2 AppendEntriesResponse 9 rejected
      7: n1@3 ← n2 AppendEntriesResponse 9 rejected
      8: n1@3 → n2 AppendEntries 9"
  `);
});

test.each([
  [
    'it goes back',
    `n1@3 leader message.received AppendEntriesResponse n2→n1 id=r0 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r1 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r2 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r3 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=4
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r4 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r5 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r6 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9`,
  ],
  [
    'a snapshot is on its way, and rejections of what was sent before it come one after the other',
    `n1@3 leader message.received AppendEntriesResponse n2→n1 id=p0 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent InstallSnapshot n1→n2 rpcTerm=3 lastIncludedIndex=5
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=p1 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=5
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=p2 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=6
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=p3 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=7
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=p4 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=8`,
  ],
  [
    'more follows what was sent from lower down, before that is answered',
    `n1@3 leader message.received AppendEntriesResponse n2→n1 id=p0 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=4
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=p1 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=5
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=p2 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=6
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=p3 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=7
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=p4 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=8
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=p5 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9`,
  ],
  [
    'an acceptance in between',
    `n1@3 leader message.received AppendEntriesResponse n2→n1 id=r0 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r1 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r2 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=s rpcTerm=3 success=true matchIndex=4
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r3 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r4 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r5 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9`,
  ],
  [
    'rejections that an acceptance has overtaken',
    `n1@3 leader message.received AppendEntriesResponse n2→n1 id=r rpcTerm=3 success=false conflictIndex=5
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=s rpcTerm=3 success=true matchIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r0 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r1 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r2 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r3 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r4 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9`,
  ],
  [
    'a snapshot in between',
    `n1@3 leader message.received AppendEntriesResponse n2→n1 id=r0 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r1 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r2 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.sent InstallSnapshot n1→n2 rpcTerm=3
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r3 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r4 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r5 rpcTerm=3 success=false conflictIndex=5 conflictTerm=0
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9`,
  ],
  [
    'one rejection that comes again and again',
    `n1@3 leader message.received AppendEntriesResponse n2→n1 id=r rpcTerm=3 success=false conflictIndex=5
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r rpcTerm=3 success=false conflictIndex=5
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r rpcTerm=3 success=false conflictIndex=5
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r rpcTerm=3 success=false conflictIndex=5
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r rpcTerm=3 success=false conflictIndex=5
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9`,
  ],
  [
    'many rejections, before anything is sent',
    `n1@3 leader message.received AppendEntriesResponse n2→n1 id=r0 rpcTerm=3 success=false conflictIndex=5
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r1 rpcTerm=3 success=false conflictIndex=5
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r2 rpcTerm=3 success=false conflictIndex=5
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r3 rpcTerm=3 success=false conflictIndex=5
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r4 rpcTerm=3 success=false conflictIndex=5
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r5 rpcTerm=3 success=false conflictIndex=5
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'nobody rejects',
    `n1@3 leader message.received AppendEntriesResponse n2→n1 rpcTerm=3 success=true`,
    'rejections, with where the follower lacks entries',
  ],
  [
    'the rejections do not say of what',
    `n1@3 leader message.received AppendEntriesResponse n2→n1 id=r0 rpcTerm=3 success=false
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r1 rpcTerm=3 success=false
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r2 rpcTerm=3 success=false
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r3 rpcTerm=3 success=false
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r4 rpcTerm=3 success=false
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9`,
    'rejections, with where the follower lacks entries',
  ],
  [
    'rejections of another term',
    `n1@3 leader message.received AppendEntriesResponse n2→n1 id=r0 rpcTerm=2 success=false conflictIndex=5
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r1 rpcTerm=2 success=false conflictIndex=5
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r2 rpcTerm=2 success=false conflictIndex=5
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r3 rpcTerm=2 success=false conflictIndex=5
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9
     n1@3 leader message.received AppendEntriesResponse n2→n1 id=r4 rpcTerm=2 success=false conflictIndex=5
     n1@3 leader message.sent AppendEntries n1→n2 rpcTerm=3 prevLogIndex=9`,
    'rejections, with where the follower lacks entries',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
