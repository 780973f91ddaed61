import { expect, test } from 'vitest';
import { lostAck } from '../../src/rules/lost-ack.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(lostAck, text);

test('violated: another entry is applied', () => {
  expect(
    verdict(
      `client.returned c1 put ok=true index=5 entryTerm=2 hash=aa
       n2@3 follower entry.applied 5 hash=bb`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n2: n2 applies #bb at index 5, where client c1 was told that #aa is done
      1: client c1 returns from put
      2: n2@3 applies 5 #bb"
  `);
});

test('violated: a later leader appends another one', () => {
  expect(
    verdict(
      `client.returned c1 put ok=true index=5 entryTerm=2 hash=aa
       n1@2 follower entry.applied 5 hash=aa
       n2@3 leader log.appended 4 3#cc,3#bb`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n2: n2 appends, as leader, #bb at index 5, where client c1 was told that #aa is done
      1: client c1 returns from put
      3: n2@3 appends 4@3..5@3"
  `);
});

test.each([
  [
    'it is there',
    `client.returned c1 put ok=true index=5 entryTerm=2 hash=aa
       n2@3 follower entry.applied 5 hash=aa`,
  ],
  [
    'an old leader appends what will never be committed',
    `n3@2 follower vote.granted n1
       client.returned c1 put ok=true index=5 entryTerm=2 hash=aa
       n2@2 leader log.appended 5 2#bb
       n3@2 follower entry.applied 5 hash=aa`,
  ],
  [
    'a follower is brought up to date',
    `client.returned c1 put ok=true index=5 entryTerm=2 hash=aa
       n2@3 follower log.appended 5 1#bb
       n3@2 follower entry.applied 5 hash=aa`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'the outcome is not known',
    `client.returned c1 put ok=false index=5 hash=aa
       n2@3 follower entry.applied 5 hash=bb`,
    'answers to clients with index and hash',
  ],
  [
    'answers do not tell the entry',
    `client.returned c1 put ok=true
       n2@3 follower entry.applied 5 hash=bb`,
    'answers to clients with index and hash',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
