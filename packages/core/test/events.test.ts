import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { core, type Observer, type Settings, tick } from '@raftlens/core';
import {
  attend,
  attendServer,
  createAttention,
  type EventName,
  encodeEvent,
  eventNumber,
  slotOf,
  type TraceEvent,
} from '@raftlens/trace';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leader } from './paper/one-server.ts';
import { actionsWithChanges } from './properties/actions.ts';
import { act, createRandomCluster } from './properties/random-cluster.ts';

const golden = join(import.meta.dirname, 'events.txt');
const courses = fc.sample(actionsWithChanges, { seed: 5, numRuns: 40 });
const extensions: readonly Partial<Settings>[] = [
  {},
  { preVote: true, noOpEntry: true },
  { leaderStickiness: true, leaseDriftMs: 0, noOpEntry: true, maxInflightAppends: 2 },
];

/** Plays all courses, each with other extensions of the protocol. */
function play(observer: Observer): void {
  for (const [number, course] of courses.entries()) {
    const cluster = createRandomCluster({
      core,
      size: 5,
      voters: 3,
      settings: extensions[number % extensions.length] ?? {},
      trace: { clockBaseMs: 1_000_000, group: 'g', run: `r${number}` },
      observer,
    });
    for (const action of course) act(cluster, action);
  }
}

/** What an event is about, apart from its numbers. */
function shapeOf(event: TraceEvent): string {
  const { role, term } = event;
  const kind = 'kind' in event ? event.kind : '';
  const cause = 'cause' in event ? event.cause : '';
  const names = Object.entries(event).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  return [event.event, role, term === undefined, kind, cause, ...names].join();
}

// REWRITE=1 puts today's events into the file; what changed is then to be read in the diff.
test('of every kind of event, the first one with all that it says', () => {
  const lines = new Map<string, string>();
  play((event) => {
    const shape = shapeOf(event);
    if (!lines.has(shape)) lines.set(shape, encodeEvent(event));
  });
  const text = `${[...lines.values()].join('\n')}\n`;
  if (process.env.REWRITE === '1') writeFileSync(golden, text);
  else expect(text).toBe(readFileSync(golden, 'utf8'));
});

/** Told to those only who need them; the other events are told to everybody. */
const routine = [
  'append.accepted',
  'append.rejected',
  'commit.advanced',
  'entry.applied',
  'entry.proposed',
  'log.appended',
  'message.received',
  'message.sent',
  'progress.updated',
  'state.persisted',
  'timer.expired',
  'timer.started',
] as const;
const isRoutine = (event: TraceEvent): boolean => routine.some((name) => name === event.event);

/**
 * A newer term or a vote that comes, a leader's message of a server that leads no more, or the
 * timer of an election.
 */
function isTelling(event: TraceEvent): boolean {
  if (event.event === 'timer.expired') return event.timer === 'election';
  if (event.event === 'message.received') {
    const voted = event.kind === 'RequestVoteResponse' && event.voteGranted === true;
    return voted || Number(event.rpcTerm) > Number(event.term);
  }
  if (event.event !== 'message.sent' || event.role === 'leader') return false;
  return event.kind === 'AppendEntries' || event.kind === 'InstallSnapshot';
}

test.each(['commit.advanced', 'entry.applied'] as const)(
  'who needs %s, and what is telling, gets that, and new terms and roles',
  (wanted) => {
    const attention = createAttention();
    attend(attention, wanted, 'all', 1);
    for (const event of routine) attend(attention, event, 'telling', 1);
    const expected: string[] = [];
    const told = new Map<string, string>();
    play((event) => {
      const life = `${event.run}.${event.node}.${event.inc}`;
      const state = `${event.term} ${event.role}`;
      const isNew = told.get(life) !== state;
      const isNeeded = event.event === wanted || isTelling(event);
      if (isRoutine(event) && !isNew && !isNeeded) return;
      told.set(life, event.event === 'term.changed' ? '' : state);
      expected.push(nameOf(event));
    });
    const got: string[] = [];
    const numbers = new Map<string, number>();
    const observer: Observer = Object.assign(
      (event: TraceEvent) => {
        const life = `${event.run}.${event.node}.${event.inc}`;
        const next = (numbers.get(life) ?? 0) + 1;
        if (event.seq !== next)
          throw new Error(`${life} has event ${event.seq} behind ${next - 1}`);
        numbers.set(life, next);
        got.push(nameOf(event));
      },
      { attention },
    );
    play(observer);
    expect(got).toEqual(expected);
    expect(got.length).toBeGreaterThan(1_000);
  },
);

/** An event without what is another at each repetition. */
function saidBy(event: TraceEvent): string {
  const bare = { ...event, time: 0, seq: 0 };
  if (!('id' in bare)) return encodeEvent(bare);
  const to = bare.kind === 'RequestVote' ? '' : bare.to;
  return encodeEvent({ ...bare, id: undefined, to });
}

test('who needs what is fresh misses only what was told before, of heartbeats', () => {
  const attention = createAttention();
  for (const event of routine) attend(attention, event, 'fresh', 1);
  const got: string[] = [];
  play(Object.assign((event: TraceEvent) => void got.push(nameOf(event)), { attention }));
  const told = new Set<string>();
  const missed = new Map<string, number>();
  let next = 0;
  play((event) => {
    if (got[next] === nameOf(event)) {
      next += 1;
      told.add(saidBy(event));
      return;
    }
    missed.set(event.event, (missed.get(event.event) ?? 0) + 1);
    if (!told.has(saidBy(event))) throw new Error(`${nameOf(event)} was never told`);
  });
  expect(next).toBe(got.length);
  expect([...missed.keys()].sort()).toEqual(['message.received', 'message.sent']);
  for (const [name, count] of missed) {
    expect(attention.leftOut[eventNumber[name as EventName]], name).toBe(count);
  }
  expect([...missed.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20);
});

test('all of an event of one server is told to who asks for that', () => {
  const attention = createAttention();
  attend(attention, 'message.sent', 'fresh', 1);
  attendServer(attention, 'n1', 'timer.expired', 1);
  attendServer(attention, 'n1', 'message.sent', 1);
  const sent: string[] = [];
  const observer: Observer = Object.assign((event: TraceEvent) => void sent.push(event.event), {
    attention,
  });
  const server = leader('', { observer });
  const beat = (): readonly string[] => {
    sent.length = 0;
    tick(server, server.heartbeatDeadline);
    return sent.slice();
  };
  beat();
  expect(beat()).toEqual(['timer.expired', 'message.sent', 'message.sent']);
  attendServer(attention, 'n1', 'message.sent', -1);
  expect(beat()).toEqual(['timer.expired']);
  attendServer(attention, 'n1', 'timer.expired', -1);
  expect(beat()).toEqual([]);
});

test('an event that comes with a slot comes with its own', () => {
  const slots = new Set<number>();
  play((event, slot) => {
    if (slot === undefined) return;
    slots.add(slot);
    expect(slot).toBe(slotOf(event));
  });
  expect(slots.size).toBeGreaterThan(12);
});

/** An event without its number, which is another one where others are left out. */
function nameOf(event: TraceEvent): string {
  return encodeEvent({ ...event, seq: 0 });
}

test('a leader’s message of a server that leads no more is telling', () => {
  const attention = createAttention();
  attend(attention, 'message.sent', 'telling', 1);
  const sent: string[] = [];
  const observer: Observer = Object.assign(
    (event: TraceEvent) => {
      if (event.event === 'message.sent') sent.push(`${event.role} ${event.kind} ${event.to}`);
    },
    { attention },
  );
  const server = leader('', { observer });
  sent.length = 0;
  server.role = 'follower';
  tick(server, server.heartbeatDeadline);
  expect(sent).toEqual(['follower AppendEntries n2', 'follower AppendEntries n3']);
});
