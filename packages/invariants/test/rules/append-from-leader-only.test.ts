import { expect, test } from 'vitest';
import { appendFromLeaderOnly } from '../../src/rules/append-from-leader-only.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(appendFromLeaderOnly, text);

test('violated: heartbeats in a term that another one may lead', () => {
  expect(
    verdict(
      `n1@2 role.changed candidate→leader
       n1@3 role.changed leader→follower cause=higher-term
       n1@3 follower message.sent AppendEntries n1→n2 rpcTerm=3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 sent AppendEntries to n2 as follower in term 3; only a leader may
      2: n1@3 leader ⇒ follower (higher-term)
      3: n1@3 → n2 AppendEntries"
  `);
});

test('violated: a leader that stepped down within its term', () => {
  expect(
    verdict(
      `n1@2 role.changed candidate→leader
       n1@2 role.changed leader→follower cause=quorum-lost
       n1@2 follower message.sent AppendEntries n1→n2 rpcTerm=2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 sent AppendEntries to n2 as follower in term 2; only a leader may
      2: n1@2 leader ⇒ follower (quorum-lost)
      3: n1@2 → n2 AppendEntries"
  `);
});

test('violated: a candidate sends a snapshot', () => {
  expect(
    verdict(
      `n1@4 role.changed follower→candidate
       n1@4 candidate message.sent InstallSnapshot n1→n3 rpcTerm=4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1 sent InstallSnapshot to n3 as candidate in term 4; only a leader may
      1: n1@4 follower ⇒ candidate
      2: n1@4 → n3 InstallSnapshot"
  `);
});

test('violated: the line of the new role is missing', () => {
  expect(
    verdict(
      `n1@2 role.changed candidate→leader
       ~ n1@3 follower message.sent AppendEntries n1→n2 rpcTerm=3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 sent AppendEntries to n2 as follower in term 3; only a leader may
      2: n1@3 → n2 AppendEntries"
  `);
});

test.each([
  [
    'a leader replicates',
    `n1@2 role.changed candidate→leader
       n1@2 leader message.sent AppendEntries n1→n2 rpcTerm=2
       n1@2 leader message.sent InstallSnapshot n1→n3 rpcTerm=2`,
  ],
  [
    'a follower answers',
    `n1@2 role.changed candidate→leader
       n1@2 leader message.sent AppendEntries n1→n2 rpcTerm=2
       n2@2 follower message.sent AppendEntriesResponse n2→n1 rpcTerm=2`,
  ],
  [
    'a message of an older leadership leaves late',
    `n1@2 role.changed candidate→leader
       n1@2 leader message.sent AppendEntries n1→n3 rpcTerm=2
       n1@3 role.changed leader→follower
       n1@3 follower message.sent AppendEntries n1→n2 rpcTerm=2`,
  ],
  [
    'a leader cut off goes on sending',
    `n1@2 role.changed candidate→leader
       fault.injected partition nodes=n1
       n1@2 leader message.sent AppendEntries n1→n2 rpcTerm=2`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'no roles beside the messages',
    `n1@2 role.changed candidate→leader
       n1@2 message.sent AppendEntries n1→n2`,
    'messages sent, with the role of the sender',
  ],
  [
    'only answers',
    `n2@2 follower message.sent AppendEntriesResponse n2→n1`,
    'messages sent, with the role of the sender',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
