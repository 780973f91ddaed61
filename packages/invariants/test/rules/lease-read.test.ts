import { expect, test } from 'vitest';
import { leaseRead } from '../../src/rules/lease-read.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(leaseRead, text);

test('violated: the lease is over', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.leaseDriftMs=20 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       +0 n1@2 leader message.received AppendEntriesResponse n2→n1 askedAt=1000040
       +90 n1@2 leader read.served lease readIndex=3 client=r1`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 serves a read by its lease, but only 0 of the others have answered what left in the 80 ms before
      5: n1@2 ← n2 AppendEntriesResponse
      6: n1@2 serves a lease read at 3 (client r1)"
  `);
});

test('violated: nobody has answered', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.leaseDriftMs=20 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       +10 n1@2 leader read.served lease readIndex=3 client=r1`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 serves a read by its lease, but only 0 of the others have answered what left in the 80 ms before
      5: n1@2 serves a lease read at 3 (client r1)"
  `);
});

test('violated: it has called an election itself', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.leaseDriftMs=20 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       +0 n1@2 leader message.received AppendEntriesResponse n2→n1 askedAt=1000040
       n1@2 leader message.sent TimeoutNow n1→n2
       +10 n1@2 leader read.served lease readIndex=3 client=r1`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 serves a read by its lease after it told n2 to campaign
      6: n1@2 → n2 TimeoutNow
      7: n1@2 serves a lease read at 3 (client r1)"
  `);
});

test.each([
  [
    'within the lease',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.leaseDriftMs=20 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       +0 n1@2 leader message.received AppendEntriesResponse n2→n1 askedAt=1000040
       +40 n1@2 leader read.served lease readIndex=3 client=r1`,
  ],
  [
    'the only voter needs no answer',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       +900 n1@2 leader read.served lease readIndex=3 client=r1`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'no lease is used',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.leaseDriftMs=20 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader`,
    'reads by lease',
  ],
  [
    'the timeout is not declared',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       +0 n1@2 leader message.received AppendEntriesResponse n2→n1 askedAt=1000040
       +900 n1@2 leader read.served lease readIndex=3 client=r1`,
    'the declared election timeout, and clocks that nobody moves',
  ],
  [
    'its clock is moved',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.leaseDriftMs=20 config.heartbeatIntervalMs=50
       n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       fault.injected clock-drift nodes=n1
       +900 n1@2 leader read.served lease readIndex=3 client=r1`,
    'the declared election timeout, and clocks that nobody moves',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
