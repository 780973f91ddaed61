import { expect, test } from 'vitest';
import { receiveWithoutSend } from '../../src/rules/receive-without-send.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(receiveWithoutSend, text);

test('violated: an entry changes on its way', () => {
  expect(
    verdict(
      `n1@4 leader message.sent AppendEntries n1→n2 id=a prevLogIndex=2 entries=2#aa
       n2@4 follower message.received AppendEntries n1→n2 id=a prevLogIndex=2 entries=4#bb`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1 n2: n1 sent AppendEntries a with 3@2 (aa), and n2 received it with 3@4 (bb)
      1: n1@4 → n2 AppendEntries 2 +1 (3@2)
      2: n2@4 ← n1 AppendEntries 2 +1 (3@4)"
  `);
});

test('violated: entries are lost on the way, in virtual time too', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2 clock=virtual
       n1@4 leader message.sent AppendEntries n1→n2 id=a prevLogIndex=2 entries=2,2
       n2@4 follower message.received AppendEntries n1→n2 id=a prevLogIndex=2 entries=2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1 n2: n1 sent AppendEntries a with 2 entries, and n2 received it with 1
      2: n1@4 → n2 AppendEntries 2 +2 (3@2..4@2)
      3: n2@4 ← n1 AppendEntries 2 +1 (3@2)"
  `);
});

test('violated: the term changes on the way', () => {
  expect(
    verdict(
      `n1@4 leader message.sent AppendEntries n1→n2 id=a rpcTerm=3
       n2@4 follower message.received AppendEntries n1→n2 id=a rpcTerm=4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1 n2: n1 sent AppendEntries a with rpcTerm 3, and n2 received it with rpcTerm 4
      1: n1@4 → n2 AppendEntries of term 3
      2: n2@4 ← n1 AppendEntries"
  `);
});

test('inconsistent: it is received before it is sent', () => {
  expect(
    verdict(
      `n1@4 leader message.sent AppendEntries n1→n2 id=a rpcTerm=4
       n2@4 follower message.received AppendEntries n1→n2 id=b rpcTerm=4
       +30 n1@4 leader message.sent AppendEntries n1→n2 id=b rpcTerm=4`,
    ),
  ).toMatchInlineSnapshot(`
    "inconsistent (note) n1 n2: n2 tells of AppendEntries b before n1 sent it: their clocks differ by 30 ms or more
      2: n2@4 ← n1 AppendEntries
      3: n1@4 → n2 AppendEntries"
  `);
});

test.each([
  [
    'as it was sent, and twice',
    `n1@4 leader message.sent AppendEntries n1→n2 id=a prevLogIndex=2 entries=2#aa
     n2@4 follower message.received AppendEntries n1→n2 id=a prevLogIndex=2 entries=2#aa
     n2@4 follower message.received AppendEntries n1→n2 id=a prevLogIndex=2 entries=2#aa`,
  ],
  [
    'one end tells less',
    `n1@4 leader message.sent AppendEntries n1→n2 id=a prevLogIndex=2 entries=2#aa rpcTerm=4
     n2@4 follower message.received AppendEntries n1→n2 id=a prevLogIndex=2 entries=2`,
  ],
  [
    'the sender tells nothing of what it sends',
    `n2@4 follower message.received AppendEntries n1→n2 id=a rpcTerm=4
     n1@4 leader commit.advanced 2→3`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'no ids',
    `n1@4 leader message.sent AppendEntries n1→n2 rpcTerm=3
     n2@4 follower message.received AppendEntries n1→n2 rpcTerm=4`,
    'messages with ids, at both ends',
  ],
  [
    'a line is lost',
    `n1@4 leader message.sent AppendEntries n1→n2 id=a rpcTerm=3
     ~ n2@4 follower message.received AppendEntries n1→n2 id=a rpcTerm=3`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
