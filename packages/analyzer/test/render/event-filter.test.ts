import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { createEventFilter, type EventFilter } from '../../src/render/event-filter.ts';

const noon = 43_200_000;
const events: Readonly<Record<string, TraceEvent>> = {
  leads1: { event: 'role.changed', time: noon, node: 'n1', term: 1, to: 'leader' },
  votes2: { event: 'vote.granted', time: noon + 1000, node: 'n2', term: 2, candidate: 'n1' },
  termless: { event: 'role.changed', time: noon + 2000, node: 'n2', to: 'leader' },
  fault: { event: 'fault.injected', time: noon + 86_400_000, fault: 'partition' },
  lost: {
    event: 'message.dropped',
    ...{ time: noon, kind: 'RequestVote', from: 'n1', to: 'n3', rpcTerm: 2 },
  },
};

test.each<[filter: EventFilter, passing: string]>([
  [{}, 'leads1 votes2 termless fault lost'],
  [{ nodes: ['n1'] }, 'leads1 fault lost'],
  [{ nodes: ['n3'] }, 'fault lost'],
  [{ nodes: ['n2'] }, 'votes2 termless fault'],
  [{ nodes: [] }, 'fault'],
  [{ terms: { first: 2, last: 9 } }, 'votes2 fault lost'],
  [{ terms: { first: 0, last: 1 }, nodes: ['n1', 'n2'] }, 'leads1 fault'],
  [{ events: ['vote.granted'] }, 'votes2'],
  [{ events: ['role.*', 'fault.injected'] }, 'leads1 termless fault'],
  [{ events: ['vote'] }, ''],
  [{ events: ['*'] }, 'leads1 votes2 termless fault lost'],
  [{ from: { kind: 'instant', time: noon + 1000 } }, 'votes2 termless fault'],
  [{ to: { kind: 'instant', time: noon + 1000 } }, 'leads1 votes2 lost'],
  [{ to: { kind: 'time-of-day', time: noon } }, 'leads1 fault lost'],
])('%j', (filter, passing) => {
  const passes = createEventFilter(filter);
  const names = Object.keys(events).filter((name) => {
    const event = events[name];
    return event !== undefined && passes(event);
  });
  expect(names.join(' ')).toBe(passing);
});
