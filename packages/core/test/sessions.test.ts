import { createSessions, type SessionRequest, type SessionsSnapshot } from '@raftlens/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';

function request(given: Partial<SessionRequest>): SessionRequest {
  return { client: 7, sequence: 1, firstUnacknowledged: 1, at: 0, ...given };
}

// Thesis §6.3: the state machine filters duplicates, keeps responses, and expires sessions.
const rules: readonly (readonly [rule: string, check: () => void])[] = [
  [
    'a command is applied once; a retry gets the response of then',
    () => {
      const sessions = createSessions<string>({ timeoutMs: 100 });
      expect(sessions.register(7, 0)).toBe(7);
      expect(sessions.apply(request({}), () => 'first')).toEqual({
        kind: 'applied',
        response: 'first',
      });
      expect(sessions.apply(request({}), never)).toEqual({ kind: 'repeated', response: 'first' });
    },
  ],
  [
    'a response of nothing is a response',
    () => {
      const sessions = createSessions<undefined>({ timeoutMs: 100 });
      sessions.register(7, 0);
      sessions.apply(request({}), () => undefined);
      expect(sessions.apply(request({}), never).kind).toBe('repeated');
    },
  ],
  [
    'commands under way at the same time may arrive in any order',
    () => {
      const sessions = createSessions<number>({ timeoutMs: 100 });
      sessions.register(7, 0);
      const apply = (sequence: number) =>
        sessions.apply(request({ sequence }), () => sequence * 10);
      expect([apply(2), apply(1), apply(2)]).toEqual([
        { kind: 'applied', response: 20 },
        { kind: 'applied', response: 10 },
        { kind: 'repeated', response: 20 },
      ]);
    },
  ],
  [
    'what the client has received is forgotten; an old copy of it is not applied',
    () => {
      const sessions = createSessions<string>({ timeoutMs: 100 });
      sessions.register(7, 0);
      sessions.apply(request({}), () => 'a');
      sessions.apply(request({ sequence: 2, firstUnacknowledged: 2 }), () => 'b');
      expect(sessions.apply(request({}), never)).toEqual({ kind: 'stale' });
      expect(sessions.snapshot().sessions[0]?.responses).toEqual([[2, 'b']]);
    },
  ],
  [
    'clients do not see each other; one that never registered is refused',
    () => {
      const sessions = createSessions<string>({ timeoutMs: 100 });
      sessions.register(7, 0);
      sessions.register(8, 0);
      sessions.apply(request({}), () => 'a');
      expect(sessions.apply(request({ client: 8 }), () => 'b').kind).toBe('applied');
      expect(sessions.apply(request({ client: 9 }), never)).toEqual({ kind: 'expired' });
    },
  ],
  [
    'a session that is idle in committed time expires; activity and keep-alives hold it',
    () => {
      const sessions = createSessions<string>({ timeoutMs: 100 });
      for (const client of [7, 8, 9]) sessions.register(client, 0);
      sessions.apply(request({ client: 8, at: 50 }), () => 'a');
      expect(sessions.keepAlive(9, 60)).toBe(true);
      expect(sessions.keepAlive(7, 100)).toBe(false);
      expect(sessions.apply(request({ client: 7, sequence: 2, at: 101 }), never).kind).toBe(
        'expired',
      );
      expect(sessions.snapshot().sessions.map(({ client }) => client)).toEqual([8, 9]);
    },
  ],
  [
    'committed time never goes back: a new leader whose clock is behind revives nobody',
    () => {
      const sessions = createSessions<string>({ timeoutMs: 100 });
      sessions.register(7, 0);
      sessions.register(8, 100);
      expect(sessions.apply(request({ at: 10 }), never).kind).toBe('expired');
      expect(sessions.keepAlive(8, 20)).toBe(true);
      expect(sessions.snapshot()).toMatchObject({ clockMs: 100, sessions: [{ activeAt: 100 }] });
    },
  ],
  [
    'numbers begin with 1, and a client that has had no response has none to be forgotten',
    () => {
      const sessions = createSessions<string>({ timeoutMs: 100 });
      sessions.register(7, 5);
      expect(sessions.snapshot()).toEqual({
        clockMs: 5,
        sessions: [{ client: 7, activeAt: 5, firstUnacknowledged: 1, responses: [] }],
      });
      expect(
        sessions.apply(request({ sequence: 0, firstUnacknowledged: 0, at: 5 }), never),
      ).toEqual({ kind: 'stale' });
    },
  ],
  [
    'of the responses those before the first unacknowledged go, and that one stays',
    () => {
      const sessions = createSessions<string>({ timeoutMs: 100 });
      sessions.register(7, 0);
      for (const sequence of [1, 2, 3]) sessions.apply(request({ sequence }), () => `${sequence}`);
      sessions.apply(request({ sequence: 4, firstUnacknowledged: 2 }), () => '4');
      expect(sessions.snapshot().sessions[0]).toMatchObject({
        firstUnacknowledged: 2,
        responses: [
          [2, '2'],
          [3, '3'],
          [4, '4'],
        ],
      });
      expect(sessions.apply(request({ sequence: 2, firstUnacknowledged: 2 }), never)).toEqual({
        kind: 'repeated',
        response: '2',
      });
    },
  ],
  [
    'an old message does not take back what was acknowledged',
    () => {
      const sessions = createSessions<string>({ timeoutMs: 100 });
      sessions.register(7, 0);
      sessions.apply(request({ sequence: 5, firstUnacknowledged: 5 }), () => '5');
      sessions.apply(request({ sequence: 6, firstUnacknowledged: 1 }), () => '6');
      expect(sessions.apply(request({ sequence: 4 }), never)).toEqual({ kind: 'stale' });
    },
  ],
  [
    'a session ends when its whole timeout is over, and not a moment before',
    () => {
      const alive = (at: number): boolean => {
        const sessions = createSessions<string>({ timeoutMs: 100 });
        sessions.register(7, 50);
        return sessions.keepAlive(7, at);
      };
      expect([149, 150].map(alive)).toEqual([true, false]);
    },
  ],
  [
    'a client that registers again begins anew',
    () => {
      const sessions = createSessions<string>({ timeoutMs: 100 });
      sessions.register(7, 0);
      sessions.apply(request({}), () => 'a');
      sessions.register(9, 0);
      expect(sessions.apply(request({ client: 9 }), () => 'b').kind).toBe('applied');
      expect(sessions.apply(request({}), never)).toEqual({ kind: 'repeated', response: 'a' });
    },
  ],
  [
    'what a snapshot held goes on: clock, activity, acknowledgments and responses',
    () => {
      const sessions = createSessions<string>({ timeoutMs: 100 });
      sessions.register(7, 10);
      sessions.register(8, 60);
      sessions.apply(request({ sequence: 2, firstUnacknowledged: 2, at: 20 }), () => 'b');
      const held = sessions.snapshot();
      const again = createSessions<string>({ timeoutMs: 100, restored: held });
      expect(again.snapshot()).toEqual(held);
      const repeated = request({ sequence: 2, firstUnacknowledged: 2, at: 61 });
      expect(again.apply(repeated, never)).toEqual({ kind: 'repeated', response: 'b' });
      expect(again.apply(request({ at: 61 }), never)).toEqual({ kind: 'stale' });
      expect(again.keepAlive(8, 160)).toBe(false);
      expect(again.keepAlive(7, 160)).toBe(true);
    },
  ],
  [
    'who registers with a leader whose clock is behind is active from the committed time on',
    () => {
      const sessions = createSessions<string>({ timeoutMs: 100 });
      sessions.register(7, 500);
      sessions.register(8, 20);
      expect(sessions.keepAlive(8, 599)).toBe(true);
    },
  ],
];

test.each(rules)('%s', (_rule, check) => check());

const entries = fc.array(
  fc.record({
    client: fc.integer({ min: 1, max: 3 }),
    sequence: fc.integer({ min: 1, max: 6 }),
    behind: fc.nat(2),
    at: fc.nat(300),
  }),
  { maxLength: 60 },
);

interface Played {
  readonly outcomes: readonly string[];
  readonly runs: readonly string[];
  readonly state: string;
}

/** Applies the entries; at `restartAt` another server goes on from a snapshot. */
function play(log: readonly Entry[], restartAt: number): Played {
  const timeoutMs = 100;
  const runs: string[] = [];
  let sessions = createSessions<number>({ timeoutMs });
  for (const client of [1, 2, 3]) sessions.register(client, 0);
  const outcomes = log.map(({ client, sequence, behind, at }, index) => {
    if (index === restartAt) {
      const stored: SessionsSnapshot<number> = JSON.parse(JSON.stringify(sessions.snapshot()));
      sessions = createSessions<number>({ timeoutMs, restored: stored });
    }
    const firstUnacknowledged = Math.max(1, sequence - behind);
    const outcome = sessions.apply({ client, sequence, firstUnacknowledged, at }, () => {
      runs.push(`${client}.${sequence}`);
      return index;
    });
    return JSON.stringify(outcome);
  });
  return { outcomes, runs, state: JSON.stringify(sessions.snapshot()) };
}

type Entry = (typeof entries extends fc.Arbitrary<infer Entries> ? Entries : never)[number];

test('whatever the log holds, no command of a client runs twice', () => {
  fc.assert(
    fc.property(entries, (log) => {
      const { runs } = play(log, -1);
      expect(new Set(runs).size).toBe(runs.length);
    }),
  );
});

test('a server that goes on from a snapshot agrees with one that has applied all', () => {
  fc.assert(
    fc.property(entries, fc.nat(59), (log, restartAt) => {
      expect(play(log, restartAt)).toEqual(play(log, -1));
    }),
  );
});

function never(): never {
  throw new Error('it must not be applied');
}
