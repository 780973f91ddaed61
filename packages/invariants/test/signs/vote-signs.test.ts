import { expect, test } from 'vitest';
import { causesOf, suspects } from './suspects.ts';

const asks = (between: string): string => `
  n1@1 follower node.started voters=n1,n2,n3
  n1@1 timer.expired election
  +0 n1@1 role.changed follower→pre-candidate cause=election-timeout
  ${between}
  n1@1 pre-candidate message.received id=p kind=PreVote from=n3 to=n1 rpcTerm=1
  +0 n1@1 pre-candidate vote.denied n3 preVote=true cause=leader-alive`;

test('one that asks for pre-votes itself, hears nobody and refuses others is a sign', () => {
  expect(suspects(asks(''))).toMatchInlineSnapshot(`
    [
      "pre-candidates-refuse: n1 asks for pre-votes itself, and refuses n3 one",
    ]
  `);
});

test('one that has heard a leader meanwhile refuses for that', () => {
  const heard = `
    n1@1 pre-candidate message.received id=a kind=AppendEntries from=n2 to=n1 rpcTerm=1
    +0 n1@1 pre-candidate leader.recognized n2`;
  const bugs = suspects(asks(heard)).map((each) => each.split(':')[0]);
  expect(bugs).not.toContain('pre-candidates-refuse');
});

test('a vote refused to the very one who has it was not refused for its log', () => {
  const again = `
    n1@2 follower node.started voters=n1,n2,n3 votedFor=n3
    n1@2 follower message.received id=v kind=RequestVote from=n3 to=n1 rpcTerm=2
    +0 n1@2 follower vote.denied n3 cause=already-voted`;
  const strictly = { bug: 'up-to-date-strictly', confidence: 0.35, why: 'a vote was refused' };
  expect(causesOf(again, [strictly])).toEqual([
    {
      ...{ ...strictly, confidence: 0.18 },
      against: ['n1 refused n3 for the vote that it had given it itself'],
    },
  ]);
});
