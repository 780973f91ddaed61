import { type Core, core } from '@raftlens/core';
import { type Bounds, explore, type Progress, type Property } from '@raftlens/sim';
import { expect, test } from 'vitest';
import { countStates } from './brute-force.ts';
import { printPath } from './print-path.ts';

const nothing: Bounds = {
  elections: 0,
  commands: 0,
  heartbeats: 0,
  losses: 0,
  duplications: 0,
  restarts: 0,
  depth: 64,
  newestOnly: false,
};

// Another number means that the core does something else, or that states are told apart otherwise.
const counts: readonly (readonly [servers: number, bounds: Partial<Bounds>, result: string])[] = [
  [3, {}, '1 states, 0 transitions, depth 0'],
  [1, { elections: 1, commands: 1 }, '3 states, 2 transitions, depth 2'],
  [2, { elections: 1 }, '6 states, 6 transitions, depth 5'],
  [2, { elections: 2 }, '61 states, 94 transitions, depth 10'],
  [3, { elections: 1 }, '31 states, 63 transitions, depth 9'],
  [3, { elections: 1, commands: 1 }, '382 states, 1224 transitions, depth 14'],
  [3, { elections: 2, depth: 10 }, '2497 states, 6801 transitions, depth 10'],
  [4, { elections: 1 }, '62 states, 166 transitions, depth 13'],
];

test.each(counts)('%i servers within %o have %s', (servers, bounds, result) => {
  const { states, transitions, depth, complete } = explore({
    core,
    servers,
    bounds: { ...nothing, ...bounds },
    maxStates: 100_000,
  });
  expect(complete).toBe(true);
  expect(`${states} states, ${transitions} transitions, depth ${depth}`).toBe(result);
});

const small: readonly (readonly [servers: number, bounds: Partial<Bounds>])[] = [
  [1, { elections: 1, commands: 1 }],
  [2, { elections: 2 }],
  [2, { elections: 1, commands: 1, heartbeats: 1 }],
  [2, { elections: 1, restarts: 1 }],
  [2, { elections: 1, commands: 1, duplications: 1 }],
  [3, { elections: 1, losses: 1 }],
  [3, { elections: 2, depth: 5 }],
];

test.each(small)('%i servers within %o: no state is missed or counted twice', (servers, some) => {
  const bounds = { ...nothing, ...some };
  const { states } = explore({ core, servers, bounds, symmetry: false, maxStates: 10_000 });
  expect(states).toBe(countStates(core, servers, bounds));
});

// Commands, crashes and both kinds of network: what the correct core may do, and never go wrong.
const sound: readonly (readonly [bounds: Partial<Bounds>])[] = [
  [{ elections: 2, restarts: 1, depth: 14 }],
  [{ elections: 1, commands: 1, duplications: 1 }],
  [{ elections: 2, commands: 2, newestOnly: true }],
];

test.each(sound)('the correct core violates nothing within %o', (bounds) => {
  const result = explore({ core, bounds: { ...nothing, ...bounds }, maxStates: 300_000 });
  expect([result.complete, result.violation]).toEqual([true, undefined]);
  expect(result.states).toBeGreaterThan(1_000);
});

test('equal options give equal results', () => {
  const run = () => explore({ core: forgetful, maxStates: 10_000, properties: ['double-vote'] });
  expect(run()).toEqual(run());
});

test('a search ends at the number of states that it may take', () => {
  const result = explore({ core, maxStates: 5_000 });
  expect(result.complete).toBe(false);
  expect(result.states).toBeGreaterThanOrEqual(5_000);
  expect(result.states).toBeLessThan(5_100);
});

test('a search tells how far it is, and ends when it is halted', () => {
  const told: Progress[] = [];
  const onProgress = (progress: Progress): void => void told.push(progress);
  const halted = (): boolean => told.length === 2;
  const result = explore({ core, maxStates: 1_000_000, onProgress, halted });
  expect(result).toEqual({ ...told[1], complete: false });
  expect(told[0]?.states).toBeLessThan(result.states);
});

test('bounds that cannot be counted are refused', () => {
  for (const elections of [-1, 1.5, 32]) {
    expect(() => explore({ core, bounds: { elections }, maxStates: 1 })).toThrow(
      `elections is ${elections}, not a whole number from 0 to 31`,
    );
  }
});

// A message as the core gets it to see, where a patch would change what the core does with it.
function receiving(alter: (message: Received, server: Receiver) => Received): Core {
  return {
    ...core,
    receive: (server, message, now) => core.receive(server, alter(message, server), now),
  };
}

type Receiver = Parameters<Core['receive']>[0];
type Received = Parameters<Core['receive']>[1];

const forgetful: Core = {
  ...core,
  createServer: (options, now) => core.createServer({ ...options, stored: undefined }, now),
};

const votesForAll = receiving((message, server) => {
  if (message.kind === 'RequestVote' && server.role === 'follower') server.votedFor = undefined;
  return message;
});

const countsLateVotes = receiving((message, server) =>
  message.kind === 'RequestVoteResponse' && message.term === server.currentTerm - 1
    ? { ...message, term: server.currentTerm, requestTerm: server.currentTerm }
    : message,
);

const trustsAnyLog = receiving((message) =>
  message.kind === 'RequestVote' ? { ...message, lastLogTerm: 99 } : message,
);

const countsRejections = receiving((message) =>
  message.kind === 'AppendEntriesResponse' && !message.success
    ? { ...message, success: true, matchIndex: message.prevLogIndex }
    : message,
);

const wrong: readonly (readonly [what: string, Core, Partial<Bounds>, Property | undefined])[] = [
  ['everything is forgotten', forgetful, { elections: 1, restarts: 1 }, undefined],
  ['votes are forgotten', forgetful, { elections: 2, restarts: 1 }, 'double-vote'],
  ['followers vote for all', votesForAll, { elections: 2 }, undefined],
  ['followers vote for all', votesForAll, { elections: 2 }, 'election-safety'],
  ['late votes count', countsLateVotes, { elections: 3, newestOnly: true }, undefined],
  ['logs are not compared', trustsAnyLog, { elections: 2, commands: 1 }, undefined],
  [
    'rejections count',
    countsRejections,
    { elections: 3, commands: 2, newestOnly: true },
    undefined,
  ],
];

test.each(wrong)('when %s, a shortest path shows it', (_what, under, bounds, property) => {
  const { violation } = explore({
    core: under,
    bounds: { ...nothing, ...bounds },
    properties: property === undefined ? undefined : [property],
    maxStates: 200_000,
  });
  const { property: broken, message, path } = violation ?? { path: [] };
  expect(`${broken}: ${message}\n${printPath(path)}`).toMatchSnapshot();
});
