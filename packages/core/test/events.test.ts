import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { core, type Observer, type Settings, tick } from '@raftlens/core';
import { attend, createAttention, encodeEvent, slotOf, type TraceEvent } from '@raftlens/trace';
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

/** A newer term or a vote that comes, or a leader's message of a server that leads no more. */
function isTelling(event: TraceEvent): boolean {
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
