import { type Core, core } from '@raftlens/core';
import { runTrial, scenarios } from '@raftlens/sim';
import { expect, test } from 'vitest';
import { record } from './trace-of.ts';

const alone = scenarios.filter(({ tests, name }) => tests[0] === name);

test.each(alone.map(({ name }) => name))('%s passes on the correct core', (name) => {
  const scenario = alone.find((each) => each.name === name);
  if (scenario === undefined) throw new RangeError(name);
  for (let seed = 1; seed <= 10; seed += 1) {
    expect({ seed, ...runTrial({ scenario, seed, core }) }).toMatchObject({ seed, passed: true });
  }
});

test('a trial that is halted ends there, and its test neither passes nor fails', () => {
  const scenario = alone.find(({ name }) => name === 'TestManyElections2A');
  if (scenario === undefined) throw new RangeError('TestManyElections2A');
  const told: string[] = [];
  const result = runTrial({
    scenario,
    seed: 1,
    core,
    observe: ({ event }) => told.push(event),
    halted: () => told.includes('role.changed'),
  });
  expect([result.passed, result.failure]).toEqual([true, undefined]);
  expect(result.virtualMs).toBeLessThan(1_000);
  expect(told.filter((event) => event === 'role.changed')).toHaveLength(1);
  expect(told.filter((event) => event.startsWith('test.'))).toEqual(['test.started']);
});

test('a trial that is halted runs no further test of its suite', () => {
  const scenario = scenarios.find(({ name }) => name === '2A');
  if (scenario === undefined) throw new RangeError('2A');
  const told: string[] = [];
  const observe = ({ event }: { readonly event: string }): void => void told.push(event);
  runTrial({ scenario, seed: 1, core, observe, halted: () => told.includes('test.passed') });
  expect(told.filter((event) => event.startsWith('test.'))).toEqual([
    'test.started',
    'test.passed',
    'test.started',
  ]);
});

// Cores that break one thing each, and what MIT's tester says of them.
const broken: readonly (readonly [what: string, name: string, core: Core, message: string])[] = [
  [
    'nobody ever times out',
    '2A',
    { ...core, nextDeadline: () => Number.POSITIVE_INFINITY },
    'expected one leader, got none',
  ],
  [
    'everybody is a cluster of one',
    '2A',
    {
      ...core,
      createServer: (options, now) => core.createServer({ ...options, voters: [options.id] }, now),
    },
    'term 1 has 3 (>1) leaders',
  ],
  [
    'nobody takes commands',
    'TestBasicAgree2B',
    { ...core, propose: () => undefined },
    'one(100) failed to reach agreement',
  ],
  [
    'state machines get something else',
    'TestBasicAgree2B',
    {
      ...core,
      takeEffects: (server) => {
        const effects = core.takeEffects(server);
        const committed = effects.committed.map((entry) => ({ ...entry, command: server.id }));
        return { ...effects, committed };
      },
    },
    'apply error: commit index=1 server=0 n1 != server=2 n3',
  ],
  [
    'state machines skip an entry',
    'TestBasicAgree2B',
    {
      ...core,
      takeEffects: (server) => {
        const effects = core.takeEffects(server);
        return { ...effects, committedFrom: effects.committedFrom + 1 };
      },
    },
    'apply error: server 2 apply out of order 2',
  ],
  [
    'a timer fires all the time',
    'TestInitialElection2A',
    { ...core, nextDeadline: () => 0 },
    'more than 2000000 messages and timers in one test',
  ],
];

test.each(broken)('when %s, %s fails in the words of the tester', (_what, name, under, message) => {
  const { result, events } = record(name, 1, under);
  expect(result.passed).toBe(false);
  expect(result.failure?.message).toBe(message);
  const last = events.at(-1);
  expect(last).toMatchObject({ event: 'test.failed', test: result.failure?.test, message });
});

test('servers that forget what they stored fail a test of 2C', () => {
  const forgetful: Core = {
    ...core,
    createServer: (options, now) => core.createServer({ ...options, stored: undefined }, now),
  };
  const { result } = record('2C', 1, forgetful);
  expect(result.failure).toMatchInlineSnapshot(`
    {
      "message": "only 0 decided for index 4; wanted 3",
      "test": "TestPersist12C",
    }
  `);
});
