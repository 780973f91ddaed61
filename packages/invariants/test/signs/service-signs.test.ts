import { expect, test } from 'vitest';
import { suspects } from './suspects.ts';

const handsOver = (between: string): string => `
  n1@1 leader transfer.started n2
  n1@1 leader message.received id=v kind=RequestVote from=n2 to=n1 rpcTerm=2
  +0 n1@2 leader term.changed 1→2
  +0 n1@2 role.changed leader→follower cause=higher-term
  ${between}
  n1@2 follower message.received id=w kind=RequestVoteResponse from=n2 to=n1 rpcTerm=3
  +0 n1@3 role.changed candidate→leader cause=won-election
  n1@3 leader entry.proposed index=4 entryTerm=3 hash=aa`;

test('a transfer that does not end with the leadership is the sign, and no later command', () => {
  expect(suspects(handsOver(''))).toMatchInlineSnapshot(`
    [
      "transfer-never-ends: n1 leads no more, and did not end the transfer that it had begun",
    ]
  `);
});

test('one that ends with it is none', () => {
  expect(suspects(handsOver('+0 n1@2 follower transfer.finished n2 cause=done'))).toEqual([]);
});
