import { type Core, core } from '@raftlens/core';
import { type Action, explore, replayPath } from '@raftlens/sim';
import { decodeLine, encodeEvent, renderEvent, type TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';

const votesForAll: Core = {
  ...core,
  receive: (server, message, now) => {
    if (message.kind === 'RequestVote' && server.role === 'follower') server.votedFor = undefined;
    core.receive(server, message, now);
  },
};

const doubleVote: readonly Action[] = [
  { kind: 'election-timeout', server: 'n1' },
  {
    kind: 'deliver',
    message: { kind: 'RequestVote', term: 1, from: 'n1', to: 'n2', nth: 1 },
  },
  { kind: 'election-timeout', server: 'n3' },
  {
    kind: 'deliver',
    message: { kind: 'RequestVote', term: 1, from: 'n3', to: 'n2', nth: 1 },
  },
];

function eventsOf(path: readonly Action[], under: Core = core): readonly TraceEvent[] {
  const events: TraceEvent[] = [];
  const observe = (event: TraceEvent): void => void events.push(event);
  replayPath({ servers: 3, path, core: under, observe });
  return events;
}

test('the shortest path of a search breaks the same property when it is replayed', () => {
  const { violation } = explore({
    core: votesForAll,
    bounds: { commands: 0, restarts: 0 },
    maxStates: 10_000,
  });
  const { path, ...found } = violation ?? { path: [] };
  expect(path).toEqual(doubleVote);
  expect(replayPath({ servers: 3, path, core: votesForAll })).toEqual(found);
});

test('the correct core goes the same way and breaks nothing', () => {
  expect(replayPath({ servers: 3, path: doubleVote, core })).toBeUndefined();
});

test('a violation that is passed over does not end the replay', () => {
  const properties = ['election-safety'] as const;
  const under = votesForAll;
  const { violation } = explore({ core: under, properties, maxStates: 10_000 });
  const { path, ...found } = violation ?? { path: [] };
  expect(replayPath({ servers: 3, path, core: under })?.property).toBe('double-vote');
  expect(replayPath({ servers: 3, path, core: under, properties })).toEqual(found);
});

test('a replay tells everything that happened', () => {
  const lines = eventsOf(doubleVote, votesForAll)
    .filter(({ event }) => !event.startsWith('timer.'))
    .map((event) => `${event.time - 1_600_000_000_000} ${renderEvent(event)}`);
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "0 n1@0 starts as follower (log 0@0, commit 0, voters {n1 n2 n3})
    0 n2@0 starts as follower (log 0@0, commit 0, voters {n1 n2 n3})
    0 n3@0 starts as follower (log 0@0, commit 0, voters {n1 n2 n3})
    1 n1@1 term 0 ⇒ 1 (election)
    1 n1@1 follower ⇒ candidate (election-timeout)
    1 n1@1 asks {n1 n2 n3} for votes (log 0@0)
    1 n1@1 → n2 RequestVote log 0@0
    1 n1@1 → n3 RequestVote log 0@0
    1 n1@1 persists (term 1, vote n1, log 0)
    2 n2@0 ← n1 RequestVote of term 1 log 0@0
    2 n2@1 term 0 ⇒ 1 (RequestVote from n1)
    2 n2@1 votes for n1 (its log 0@0, own 0@0)
    2 n2@1 → n1 RequestVoteResponse granted
    2 n2@1 persists (term 1, vote n1, log 0)
    3 n3@1 term 0 ⇒ 1 (election)
    3 n3@1 follower ⇒ candidate (election-timeout)
    3 n3@1 asks {n1 n2 n3} for votes (log 0@0)
    3 n3@1 → n1 RequestVote log 0@0
    3 n3@1 → n2 RequestVote log 0@0
    3 n3@1 persists (term 1, vote n3, log 0)
    4 n2@1 ← n3 RequestVote log 0@0
    4 n2@1 votes for n3 (its log 0@0, own 0@0)
    4 n2@1 → n3 RequestVoteResponse granted
    4 n2@1 persists (term 1, vote n3, log 0)"
  `);
});

test('losses, duplicates, crashes and commands are told as well', () => {
  const message = { kind: 'RequestVote', term: 1, from: 'n1', to: 'n2', nth: 1 } as const;
  const vote = { kind: 'RequestVoteResponse', term: 1, from: 'n2', to: 'n1', nth: 1 } as const;
  const path: readonly Action[] = [
    { kind: 'election-timeout', server: 'n1' },
    { kind: 'lose', message: { ...message, to: 'n3' } },
    { kind: 'duplicate', message },
    { kind: 'restart', server: 'n2' },
    { kind: 'deliver', message },
    { kind: 'deliver', message: { ...vote, nth: 2 } },
    { kind: 'propose', server: 'n1' },
    { kind: 'heartbeat', server: 'n1' },
  ];
  const told = eventsOf(path)
    .filter(({ time }) => time > 1_600_000_000_000)
    .filter(({ event }) => /dropped|duplicated|node|vote\.granted|proposed|expired/.test(event))
    .map((event) => `${event.time - 1_600_000_000_000} ${renderEvent(event)}`);
  expect(told.join('\n')).toMatchInlineSnapshot(`
    "1 n1@0 election timer expires after 1 ms
    2 n1@1 ↛ n3 RequestVote
    3 n1@1 ⇉ n2 RequestVote
    3 n2@1 votes for n1 (its log 0@0, own 0@0)
    4 n2 crashes
    4 n2@1 starts as follower (log 0@0, commit 0, voted for n1, voters {n1 n2 n3})
    5 n2@1 votes for n1 (its log 0@0, own 0@0)
    7 n1@1 proposes 1@1 #x1
    8 n1@1 heartbeat timer expires after 1 ms"
  `);
});

test('events are numbered without gaps through crashes, and can be written and read again', () => {
  const path: readonly Action[] = [
    { kind: 'election-timeout', server: 'n1' },
    { kind: 'restart', server: 'n1' },
    { kind: 'election-timeout', server: 'n1' },
  ];
  const events = eventsOf(path);
  const own = events.filter(({ node }) => node === 'n1');
  expect(own.map(({ seq }) => seq)).toEqual(own.map((_, place) => place + 1));
  expect(new Set(own.map(({ inc }) => inc))).toEqual(new Set([0, 1]));
  for (const event of events) {
    const outcome = decodeLine(encodeEvent(event));
    expect(outcome.kind).toBe('event');
  }
});

test('a path that does not fit the core is refused', () => {
  const [, deliver] = doubleVote;
  const path = deliver === undefined ? [] : [deliver];
  expect(() => replayPath({ servers: 3, path, core })).toThrow(
    'not in flight: RequestVote 1 of term 1 from n1 to n2',
  );
  const stranger: Action = { kind: 'restart', server: 'n4' };
  expect(() => replayPath({ servers: 3, path: [stranger], core })).toThrow(
    'no server is called n4',
  );
});
