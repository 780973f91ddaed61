import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import type { AnalyzeFlags } from '../../src/cli/analyze-flags.ts';
import { createTimelineView } from '../../src/cli/timeline-view.ts';
import { noFlags } from './no-flags.ts';

const flags: AnalyzeFlags = { ...noFlags, timeline: true };

const events: readonly TraceEvent[] = [
  { event: 'message.sent', time: 0, node: 'n1', from: 'n1', to: 'n2', kind: 'AppendEntries' },
  { event: 'timer.started', time: 1, node: 'n1', timer: 'election' },
  { event: 'timer.expired', time: 2, node: 'n1', timer: 'heartbeat' },
  { event: 'timer.expired', time: 3, node: 'n1', timer: 'election' },
  { event: 'client.invoked', time: 4, client: 'c1', op: 'get', key: 'x' },
  { event: 'role.changed', time: 5, node: 'n2', term: 4, to: 'leader' },
];

/** The times of the events that are shown, ms. */
function shown(more: Partial<AnalyzeFlags>): string {
  const view = createTimelineView({ ...flags, ...more }, { width: 100, colour: false });
  const text = view.push(events) + view.end();
  return [...text.matchAll(/^00:00:00\.00(\d)/gm)].map(([, time]) => time).join(' ');
}

test.each<[Partial<AnalyzeFlags>, string]>([
  [{}, '3 5'],
  [{ events: ['message.*', 'timer.*'] }, '0 1 2 3'],
  [{ events: ['client.*'] }, '4'],
  [{ nodes: ['n2'] }, '5'],
  [{ term: '4-' }, '5'],
  [{ term: '-3' }, ''],
  [{ from: '00:00:00.004', to: '00:00:00.005' }, '5'],
])('%j shows the events at %j', (more, times) => {
  expect(shown(more)).toBe(times);
});
