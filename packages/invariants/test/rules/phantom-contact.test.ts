import { expect, test } from 'vitest';
import { phantomContact } from '../../src/rules/phantom-contact.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(phantomContact, text);

test('violated: two replies of a newer term', () => {
  expect(
    verdict(
      `n1@2 leader message.received AppendEntriesResponse n2→n1 rpcTerm=3
       n1@2 leader message.received AppendEntriesResponse n2→n1 rpcTerm=3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 is still leader of term 2 although n2 answered it in term 3; the next answer, of n2, is of term 3
      1: n1@2 ← n2 AppendEntriesResponse of term 3
      2: n1@2 ← n2 AppendEntriesResponse of term 3"
  `);
});

test('violated: of two servers', () => {
  expect(
    verdict(
      `n1@2 leader message.received AppendEntriesResponse n2→n1 rpcTerm=3
       n1@2 leader message.received AppendEntriesResponse n3→n1 rpcTerm=4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 is still leader of term 2 although n2 answered it in term 3; the next answer, of n3, is of term 4
      1: n1@2 ← n2 AppendEntriesResponse of term 3
      2: n1@2 ← n3 AppendEntriesResponse of term 4"
  `);
});

test.each([
  [
    'it steps down',
    `n1@2 leader message.received AppendEntriesResponse n2→n1 rpcTerm=3
       n1@3 follower message.received AppendEntriesResponse n2→n1 rpcTerm=3`,
  ],
  [
    'it leads a newer term by then',
    `n1@2 leader message.received AppendEntriesResponse n2→n1 rpcTerm=3
       n1@3 leader message.received AppendEntriesResponse n2→n1 rpcTerm=4`,
  ],
  [
    'pre-votes may be of a term to come',
    `n1@2 leader message.received PreVoteResponse n2→n1 rpcTerm=3
       n1@2 leader message.received PreVoteResponse n2→n1 rpcTerm=3`,
  ],
  [
    'replies of its own term',
    `n1@2 leader message.received AppendEntriesResponse n2→n1 rpcTerm=2
       n1@2 leader message.received AppendEntriesResponse n2→n1 rpcTerm=2`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'the replies do not tell their term',
    `n1@2 leader message.received AppendEntriesResponse n2→n1
       n1@2 leader message.received AppendEntriesResponse n2→n1`,
    'messages that leaders receive, with both terms',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
