import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { createTimeline, type TimelineOptions } from '../../src/render/timeline.ts';
import { healthyTrace } from '../native-trace.ts';

function drawn(
  events: readonly TraceEvent[],
  options: Partial<TimelineOptions> = {},
  batch = events.length,
): string {
  const timeline = createTimeline({ width: 80, colour: false, ...options });
  let text = '';
  for (let at = 0; at < events.length; at += batch)
    text += timeline.push(events.slice(at, at + batch));
  return text + timeline.end();
}

test('gives each server a column', () => {
  expect(drawn(healthyTrace)).toMatchInlineSnapshot(`
    "             n1                    n2                    n3
                 ───────────────────── ───────────────────── ─────────────────────
    1970-01-01
    00:00:00.000 ── trace raft-trace/1 (servers {n1 n2 n3})
    00:00:00.001 starts
                                       starts
                                                             starts
    00:00:00.150 term 1
                 candidate, term 1
                 campaigns, term 1
    00:00:00.153                                             votes for n1, term 1
    00:00:00.155 leader, term 1
    00:00:00.300 ── partition: n1
    00:00:00.480                       election timer fires
    00:00:00.481                       candidate, term 2
                                       campaigns, term 2
    00:00:00.484                                             votes for n2, term 2
    00:00:00.486                       leader, term 2
    00:00:00.520 follower, term 2
    00:00:00.600 ── end of partition: n1
    "
  `);
});

test('names the server on each line where the page is too narrow for columns', () => {
  expect(drawn(healthyTrace.slice(4), { width: 36 })).toMatchInlineSnapshot(`
    "1970-01-01
    00:00:00.150 n1: term 1
                 n1: candidate, term 1
                 n1: campaigns, term 1
    00:00:00.153 n3: votes for n1, term
                 1
    00:00:00.155 n1: leader, term 1
    00:00:00.300 ── partition: n1
    00:00:00.480 n2: election timer
                 fires
    00:00:00.481 n2: candidate, term 2
                 n2: campaigns, term 2
    00:00:00.484 n3: votes for n2, term
                 2
    00:00:00.486 n2: leader, term 2
    00:00:00.520 n1: follower, term 2
    00:00:00.600 ── end of partition: n1
    "
  `);
});

test('keeps a column only for the servers that are asked for', () => {
  const nodes = ['n2'];
  expect(drawn(healthyTrace.slice(1), { nodes })).toMatchInlineSnapshot(`
    "             n2
                 ───────────────────────────────────────────────────────────────────
    1970-01-01
    00:00:00.001 starts
    00:00:00.300 ── partition: n1
    00:00:00.480 election timer fires
    00:00:00.481 candidate, term 2
                 campaigns, term 2
    00:00:00.486 leader, term 2
    00:00:00.600 ── end of partition: n1
    "
  `);
});

test('says so where there is nothing to show', () => {
  expect(drawn(healthyTrace, { shows: () => false })).toMatch(/\nNo event to show\.\n$/);
  expect(drawn([])).toBe('No event to show.\n');
});

test('does not depend on how the events come', () => {
  for (const batch of [1, 2, 7]) expect(drawn(healthyTrace, {}, batch)).toBe(drawn(healthyTrace));
});

test('opens a column for a server that shows up late, and keeps a day of its own', () => {
  const votes = Array.from({ length: 1000 }, (): TraceEvent => {
    return { event: 'vote.received', time: 86_399_999, node: 'n1', from: 'n2', granted: true };
  });
  const late: TraceEvent = { event: 'term.changed', time: 86_400_000, node: 'n0', to: 2 };
  const lines = drawn([...votes, late], {}, 1000).split('\n');
  expect(lines.slice(0, 5).concat('...', lines.slice(1001)).join('\n')).toMatchInlineSnapshot(`
    "             n1
                 ───────────────────────────────────────────────────────────────────
    1970-01-01
    23:59:59.999 n2: yes
                 n2: yes
    ...
                 n2: yes
                 n2: yes
                 n0                                n1
                 ───────────────────────────────── ─────────────────────────────────
    1970-01-02
    00:00:00.000 term 2
    "
  `);
});

test('draws what one line of a log says in one cell', () => {
  const at = { file: 'notes.log', line: 3 };
  const events: readonly TraceEvent[] = [
    { event: 'timer.expired', time: 0, node: 'n1', term: 4, timer: 'election', at },
    { event: 'role.changed', time: 0, node: 'n1', term: 4, to: 'candidate', at },
    { event: 'election.started', time: 0, node: 'n1', term: 4, at },
    { event: 'fault.cleared', time: 1, fault: 'partition', nodes: ['n1'], at: { ...at, line: 4 } },
    { event: 'fault.injected', time: 1, fault: 'partition', nodes: ['n2'], at: { ...at, line: 4 } },
  ];
  expect(drawn(events)).toMatchInlineSnapshot(`
    "             n1
                 ───────────────────────────────────────────────────────────────────
    1970-01-01
    00:00:00.000 campaigns, term 4
    00:00:00.001 ── end of partition: n1; partition: n2
    "
  `);
});
