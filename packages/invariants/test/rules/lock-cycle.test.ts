import { expect, test } from 'vitest';
import { lockCycle } from '../../src/rules/lock-cycle.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(lockCycle, text);

test('violated: a send under the lock that the receiver waits for', () => {
  expect(
    verdict(
      `n1@2 follower lock.acquired mu thread=rpc-1
       n1@2 follower lock.acquired applyCh thread=applier
       n1@2 follower lock.waiting mu thread=applier
       n1@2 follower lock.waiting applyCh thread=rpc-1
       n1@2 follower lock.waiting mu thread=rpc-2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: threads of n1 wait for each other: rpc-1 waits for applyCh, which applier has; applier waits for mu, which rpc-1 has
      1: n1@2 thread rpc-1 takes lock mu
      2: n1@2 thread applier takes lock applyCh
      3: n1@2 thread applier waits for lock mu
      4: n1@2 thread rpc-1 waits for lock applyCh"
  `);
});

test('violated: two locks taken in two orders', () => {
  expect(
    verdict(
      `n1 lock.acquired a thread=t1
       n1 lock.acquired b thread=t2
       n1 lock.waiting b thread=t1
       n1 lock.waiting a thread=t2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) n1: threads of n1 wait for each other: t2 waits for a, which t1 has; t1 waits for b, which t2 has
      1: n1 thread t1 takes lock a
      2: n1 thread t2 takes lock b
      3: n1 thread t1 waits for lock b
      4: n1 thread t2 waits for lock a"
  `);
});

test('violated: four threads in a circle, of which three are shown', () => {
  expect(
    verdict(
      `n1 lock.acquired a thread=t1
       n1 lock.acquired b thread=t2
       n1 lock.acquired c thread=t3
       n1 lock.acquired d thread=t4
       n1 lock.waiting b thread=t1
       n1 lock.waiting c thread=t2
       n1 lock.waiting d thread=t3
       n1 lock.waiting a thread=t4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) n1: threads of n1 wait for each other: t4 waits for a, which t1 has; t1 waits for b, which t2 has; t2 waits for c, which t3 has; t3 waits for d, which t4 has
      1: n1 thread t1 takes lock a
      2: n1 thread t2 takes lock b
      3: n1 thread t3 takes lock c
      5: n1 thread t1 waits for lock b
      6: n1 thread t2 waits for lock c
      8: n1 thread t4 waits for lock a"
  `);
});

test('violated: a thread that takes its own lock again', () => {
  expect(
    verdict(
      `n1 lock.acquired mu thread=t1
       n1 lock.waiting mu thread=t1`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) n1: t1 of n1 waits for mu, which it has itself
      1: n1 thread t1 takes lock mu
      2: n1 thread t1 waits for lock mu"
  `);
});

test('no more than suspicious where a release may be lost', () => {
  expect(
    verdict(
      `n1 lock.acquired a thread=t1
       ~ n1 lock.acquired b thread=t2
       n1 lock.waiting b thread=t1
       n1 lock.waiting a thread=t2`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (warning) n1: threads of n1 wait for each other: t2 waits for a, which t1 has; t1 waits for b, which t2 has
      1: n1 thread t1 takes lock a
      2: n1 thread t2 takes lock b
      3: n1 thread t1 waits for lock b
      4: n1 thread t2 waits for lock a"
  `);
});

test.each([
  [
    'the lock is released before the send',
    `n1 lock.acquired mu thread=rpc-1
     n1 lock.acquired applyCh thread=applier
     n1 lock.waiting mu thread=applier
     n1 lock.released mu thread=rpc-1
     n1 lock.waiting applyCh thread=rpc-1
     n1 lock.acquired mu thread=applier`,
  ],
  [
    'the receiver makes room before it works',
    `n1 lock.acquired mu thread=rpc-1
     n1 lock.waiting applyCh thread=rpc-1
     n1 lock.acquired applyCh thread=rpc-1
     n1 lock.released applyCh thread=rpc-1
     n1 lock.acquired applyCh thread=applier
     n1 lock.waiting mu thread=applier`,
  ],
  [
    'one waits for another, which waits for nobody',
    `n1 lock.acquired a thread=t1
     n1 lock.acquired b thread=t2
     n1 lock.waiting b thread=t1`,
  ],
  [
    'the same names on two servers are other locks',
    `n1 lock.acquired a thread=t1
     n2 lock.acquired b thread=t2
     n1 lock.waiting b thread=t1
     n2 lock.waiting a thread=t2`,
  ],
  [
    'a release is told late, by another thread',
    `n1 lock.acquired a thread=t1
     n1 lock.acquired a thread=t2
     n1 lock.released a thread=t1
     n1 lock.acquired b thread=t1
     n1 lock.waiting b thread=t2`,
  ],
  [
    'another thread releases it',
    `n1 lock.acquired a thread=t1
     n1 lock.released a thread=t3
     n1 lock.acquired b thread=t2
     n1 lock.waiting b thread=t1
     n1 lock.waiting a thread=t2`,
  ],
  [
    'a lock that several have does not hold up anybody for sure',
    `n1 lock.acquired a thread=t1
     n1 lock.acquired b thread=t2
     n1 lock.acquired b thread=t3
     n1 lock.waiting b thread=t1
     n1 lock.waiting a thread=t2`,
  ],
  [
    'a crash takes the threads with it',
    `n1 lock.acquired a thread=t1
     n1 lock.acquired b thread=t2
     n1 lock.waiting b thread=t1
     n1 node.crashed
     n1 node.started
     n1 lock.acquired b thread=t2
     n1 lock.waiting a thread=t2`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  ['no locks', 'n1@1 candidate election.started'],
  [
    'no threads',
    `n1 lock.acquired mu
     n1 lock.waiting mu`,
  ],
])('unknown: %s', (_, text) => {
  expect(verdict(text)).toBe('unknown: locks that threads take, with the names of both');
});
