import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { divergenceText } from '../../src/diff/divergence-text.ts';
import { firstDivergence } from '../../src/diff/first-divergence.ts';
import { storyTrace } from '../story-trace.ts';

async function* batches(events: readonly TraceEvent[], size: number) {
  for (let at = 0; at < events.length; at += size) yield events.slice(at, at + size);
}

const page = { width: 100, colour: false };
const later = storyTrace.map((event) => ({ ...event, time: event.time + 77, seq: 1 }));

test('times, numbers and the order between servers make no difference', async () => {
  const shuffled = [...later].sort((a, b) => (a.node ?? '').localeCompare(b.node ?? ''));
  const comparison = await firstDivergence(batches(shuffled, 3), batches(storyTrace, 5));
  expect(comparison.kind).toBe('alike');
});

test('the first other deed of a server is found, with what it did before', async () => {
  const passing = later.filter((event) => event.event !== 'vote.granted' || event.time !== 1883);
  const comparison = await firstDivergence(batches(passing, 4), batches(storyTrace, 7));
  const text = divergenceText(comparison, 'pass.jsonl', page);
  await expect(text).toMatchFileSnapshot('outputs/divergence.txt');
});

test('a server that does nothing more in the passing run is where they part', async () => {
  const passing = storyTrace.slice(0, 8);
  const comparison = await firstDivergence(batches(passing, 4), batches(storyTrace, 7));
  expect(divergenceText(comparison, 'pass.jsonl', page)).toContain('    n1 does nothing more\n');
});

test('where all do the same, the first deeds in another order are told', async () => {
  const own = (node: string, time: number): TraceEvent => ({
    ...{ time, event: 'role.changed', node, from: 'candidate', to: 'leader', term: 2 },
  });
  const passing = [own('n1', 1), own('n3', 2), own('n3', 3)];
  const failing = [own('n3', 1), own('n1', 2), own('n3', 3)];
  const comparison = await firstDivergence(batches(passing, 2), batches(failing, 1));
  expect(comparison).toEqual({
    ...{ kind: 'alike', alike: 3, order: { passing: passing[0], failing: failing[0] } },
  });
  const text = divergenceText(comparison, 'pass.jsonl', page);
  expect(text).toContain('between the servers they come in another order.');
});
