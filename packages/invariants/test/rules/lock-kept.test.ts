import { expect, test } from 'vitest';
import { lockKept } from '../../src/rules/lock-kept.ts';
import { judged } from '../judged.ts';

const config = 'trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200';

const verdict = (text: string): string => judged(lockKept, `${config}\n${text}`);

test('violated: a handler returns and keeps the lock', () => {
  expect(
    verdict(
      `n1@3 follower lock.acquired mu thread=rpc-1
       n1@3 follower lock.waiting mu thread=rpc-2
       +1100 n1@3 follower lock.waiting mu thread=rpc-3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: rpc-1 of n1 has had mu for 1110 ms and never released it, while rpc-2 waits for it
      2: n1@3 thread rpc-1 takes lock mu
      3: n1@3 thread rpc-2 waits for lock mu"
  `);
});

test('violated: seen at the end of the trace, as the server falls silent', () => {
  expect(
    verdict(
      `n1@3 lock.acquired mu thread=timer-1
       n1@3 lock.waiting mu thread=rpc-2
       +2000 n2@3 lock.acquired mu thread=rpc-1`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: timer-1 of n1 has had mu for 2010 ms and never released it, while rpc-2 waits for it
      2: n1@3 thread timer-1 takes lock mu
      3: n1@3 thread rpc-2 waits for lock mu"
  `);
});

test('violated: the lock went round before it was kept', () => {
  expect(
    verdict(
      `n1 lock.acquired mu thread=t1
       n1 lock.waiting mu thread=t2
       n1 lock.waiting mu thread=t3
       n1 lock.released mu thread=t1
       n1 lock.acquired mu thread=t3
       +1100 n1 lock.waiting mu thread=t4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) n1: t3 of n1 has had mu for 1100 ms and never released it, while t2 waits for it
      3: n1 thread t2 waits for lock mu
      6: n1 thread t3 takes lock mu"
  `);
});

test('violated: whoever waits for the holder in turn is not to blame', () => {
  expect(
    verdict(
      `n1 lock.acquired a thread=t1
       n1 lock.acquired b thread=t2
       n1 lock.waiting a thread=t2
       n1 lock.waiting b thread=t3
       +1100 n1 lock.waiting b thread=t4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) n1: t1 of n1 has had a for 1130 ms and never released it, while t2 waits for it
      2: n1 thread t1 takes lock a
      4: n1 thread t2 waits for lock a"
  `);
});

test('no more than suspicious where the release may be lost', () => {
  expect(
    verdict(
      `n1 lock.acquired mu thread=t1
       ~ n1 lock.waiting mu thread=t2
       +1100 n1 lock.waiting mu thread=t3`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (warning) n1: t1 of n1 has had mu for 1110 ms and never released it, while t2 waits for it
      2: n1 thread t1 takes lock mu
      3: n1 thread t2 waits for lock mu"
  `);
});

test.each([
  [
    'it is released in time',
    `n1 lock.acquired mu thread=t1
     n1 lock.waiting mu thread=t2
     +900 n1 lock.released mu thread=t1
     n1 lock.acquired mu thread=t2
     +200 n1 lock.waiting mu thread=t3`,
  ],
  [
    'nobody else wants it',
    `n1 lock.acquired mu thread=t1
     +5000 n1 lock.acquired other thread=t2`,
  ],
  [
    'many have it in turn while one waits',
    `n1 lock.acquired mu thread=t1
     n1 lock.waiting mu thread=t2
     +600 n1 lock.released mu thread=t1
     n1 lock.acquired mu thread=t3
     +600 n1 lock.waiting mu thread=t4`,
  ],
  [
    'the holder is stuck itself, which is a matter of lock-cycle',
    `n1 lock.acquired mu thread=t1
     n1 lock.acquired ch thread=t2
     n1 lock.waiting mu thread=t2
     n1 lock.waiting ch thread=t1
     +1100 n1 lock.waiting mu thread=t3`,
  ],
  [
    'the server crashes',
    `n1 lock.acquired mu thread=t1
     n1 lock.waiting mu thread=t2
     n1 node.crashed
     +5000 n1 node.started
     n1 lock.acquired mu thread=t1
     n1 lock.waiting mu thread=t2`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  ['no locks', `${config}\nn1@1 candidate election.started`],
  ['no election timeout', 'n1 lock.acquired mu thread=t1\nn1 lock.waiting mu thread=t2'],
  ['no threads', `${config}\nn1 lock.acquired mu\nn1 lock.waiting mu`],
])('unknown: %s', (_, text) => {
  expect(judged(lockKept, text)).toBe('unknown: locks that threads take, and the election timeout');
});
