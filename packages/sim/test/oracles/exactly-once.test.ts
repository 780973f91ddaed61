import { createSessions } from '@raftlens/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createExactlyOnce, type OnceRequest } from '../../src/oracles/exactly-once.ts';

const first: OnceRequest = { client: 1, sequence: 1, firstUnacknowledged: 1, at: 0 };

test('a command takes effect once, and is repeated from there', () => {
  const truth = createExactlyOnce(100);
  truth.register(1);
  expect(truth.next(7, first)).toEqual({ kind: 'applied' });
  expect(truth.next(9, first)).toEqual({ kind: 'repeated', index: 7 });
});

test('what the client has been answered is stale', () => {
  const truth = createExactlyOnce(100);
  truth.register(1);
  truth.next(7, first);
  truth.next(8, { ...first, sequence: 3, firstUnacknowledged: 2 });
  expect(truth.next(9, first)).toEqual({ kind: 'stale' });
});

test('a session lives by committed time, which never goes back, until it has none', () => {
  const truth = createExactlyOnce(100);
  expect(truth.next(1, first)).toEqual({ kind: 'expired' });
  truth.register(1);
  truth.next(2, { ...first, at: 99 });
  expect(truth.next(3, { ...first, at: 20 })).toEqual({ kind: 'repeated', index: 2 });
  expect(truth.next(4, { ...first, at: 198 })).toEqual({ kind: 'repeated', index: 2 });
  expect(truth.next(5, { ...first, at: 298 })).toEqual({ kind: 'expired' });
});

const requests = fc.array(
  fc.record({
    client: fc.integer({ min: 1, max: 3 }),
    sequence: fc.integer({ min: 1, max: 5 }),
    firstUnacknowledged: fc.integer({ min: 1, max: 5 }),
    at: fc.integer({ min: 0, max: 400 }),
  }),
  { maxLength: 30 },
);

test('the sessions of the core do what it says, also where a snapshot lies between', () => {
  fc.assert(
    fc.property(requests, fc.nat(30), (given, cut) => {
      const truth = createExactlyOnce(100);
      let sessions = createSessions<number>({ timeoutMs: 100 });
      given.forEach((request, index) => {
        if (index === cut) {
          sessions = createSessions({ timeoutMs: 100, restored: sessions.snapshot() });
        }
        const { kind } = sessions.apply(request, () => index);
        expect(kind).toBe(truth.next(index, request).kind);
        if (kind !== 'expired') return;
        sessions.register(request.client, request.at);
        truth.register(request.client);
      });
    }),
    { numRuns: 300, seed: 5 },
  );
});
