import { core } from '@raftlens/core';
import { encodeEvent, type TraceEvent } from '@raftlens/trace';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Action, actionsWithChanges } from './actions.ts';
import { act, createRandomCluster } from './random-cluster.ts';

interface Course {
  /** Everything that left the servers: messages, entries for the state machine, what is stored. */
  readonly effects: readonly string[];
  readonly events: readonly TraceEvent[];
}

function play(course: readonly Action[], observed: boolean): Course {
  const effects: string[] = [];
  const events: TraceEvent[] = [];
  const cluster = createRandomCluster({
    core,
    size: 4,
    voters: 3,
    observer: observed ? (event) => events.push(event) : undefined,
    // Whoever gets a frozen message and writes to it fails.
    onSend: (host, messages) => effects.push(host.id, JSON.stringify(messages.map(freeze))),
    onCommit: (host, from, entries) => effects.push(host.id, JSON.stringify([from, entries])),
  });
  for (const action of course) act(cluster, action);
  for (const { currentTerm, votedFor, snapshot, entries } of cluster.hosts) {
    effects.push(JSON.stringify([currentTerm, votedFor, snapshot, entries]));
  }
  return { effects, events };
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}

test('equal inputs give equal effects and equal events', () => {
  fc.assert(
    fc.property(actionsWithChanges, (course) => {
      const [first, second] = [play(course, true), play(course, true)];
      expect(second.effects).toEqual(first.effects);
      expect(second.events.map(encode)).toEqual(first.events.map(encode));
    }),
  );
});

test('an observer changes nothing', () => {
  fc.assert(
    fc.property(actionsWithChanges, (course) => {
      expect(play(course, false).effects).toEqual(play(course, true).effects);
    }),
  );
});

test('the events of one life of a server are numbered without a gap', () => {
  fc.assert(
    fc.property(actionsWithChanges, (course) => {
      const last = new Map<string, number>();
      for (const { node, inc, seq } of play(course, true).events) {
        const life = `${node}.${inc}`;
        const next = (last.get(life) ?? 0) + 1;
        if (seq !== next) expect(`${life} event ${seq}`).toBe(`${life} event ${next}`);
        last.set(life, next);
      }
    }),
  );
});

test('an event tells term and role as they are after it', () => {
  fc.assert(
    fc.property(actionsWithChanges, (course) => {
      const roles = new Map<string, string>();
      for (const event of play(course, true).events) {
        const life = `${event.node}.${event.inc}`;
        if (event.event === 'term.changed') expect(event.term).toBe(event.to);
        if (event.event === 'role.changed') {
          expect([event.role, event.from]).toEqual([event.to, roles.get(life)]);
        }
        roles.set(life, event.role ?? 'none');
      }
    }),
  );
});

function encode(event: TraceEvent): string {
  return encodeEvent(event);
}
