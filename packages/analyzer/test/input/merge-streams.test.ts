import type { TraceEvent } from '@raftlens/trace';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeStreams } from '../../src/input/merge-streams.ts';

/** An event that is known by its stream and its place there. */
function eventAt(stream: number, place: number, time: number): TraceEvent {
  return { event: 'node.started', time, node: `n${stream}`, seq: place };
}

async function* inBatches(events: readonly TraceEvent[], size: number) {
  for (let at = 0; at < events.length; at += size) yield events.slice(at, at + size);
  yield [];
}

async function merged(times: readonly (readonly number[])[], size = 2): Promise<string[]> {
  const streams = times.map((clock, stream) =>
    inBatches(
      clock.map((time, place) => eventAt(stream, place, time)),
      size,
    ),
  );
  const labels: string[] = [];
  for await (const batch of mergeStreams(streams)) {
    for (const { node, seq, time } of batch) labels.push(`${node}.${seq}@${time}`);
  }
  return labels;
}

test.each<[string, readonly (readonly number[])[], readonly string[]]>([
  ['nothing', [], []],
  ['one stream as it is', [[3, 1, 2]], ['n0.0@3', 'n0.1@1', 'n0.2@2']],
  ['an empty stream among others', [[], [1], []], ['n1.0@1']],
  [
    'by time',
    [
      [1, 4],
      [2, 3],
    ],
    ['n0.0@1', 'n1.0@2', 'n1.1@3', 'n0.1@4'],
  ],
  ['equal times by the order of the streams', [[5], [5], [5]], ['n0.0@5', 'n1.0@5', 'n2.0@5']],
  [
    'a clock that jumps back reorders no stream',
    [
      [10, 1, 11],
      [5, 10],
    ],
    ['n1.0@5', 'n0.0@10', 'n0.1@1', 'n1.1@10', 'n0.2@11'],
  ],
])('%s', async (_name, times, expected) => {
  expect(await merged(times)).toEqual(expected);
});

const clocks = fc.array(fc.array(fc.nat(9), { maxLength: 9 }), { maxLength: 5 });

test('every event comes once, and those of a stream in its order', () =>
  fc.assert(
    fc.asyncProperty(clocks, async (times) => {
      const labels = await merged(times);
      for (const [stream, clock] of times.entries()) {
        expect(labels.filter((label) => label.startsWith(`n${stream}.`))).toEqual(
          clock.map((time, place) => `n${stream}.${place}@${time}`),
        );
      }
      expect(labels).toHaveLength(times.flat().length);
    }),
  ));

test('the size of batches makes no difference', () =>
  fc.assert(
    fc.asyncProperty(clocks, fc.integer({ min: 1, max: 9 }), async (times, size) => {
      expect(await merged(times, size)).toEqual(await merged(times, 1));
    }),
  ));

test('streams that are in order of time merge into one that is', () =>
  fc.assert(
    fc.asyncProperty(clocks, async (times) => {
      const sorted = times.map((clock) => clock.toSorted((a, b) => a - b));
      const order = (await merged(sorted)).map((label) => Number(label.split('@')[1]));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }),
  ));

test('in virtual time nothing waits for a message sent later under the same id', async () => {
  const message = { kind: 'AppendEntries', from: 'a', to: 'b', id: 'a.1' } as const;
  const started: TraceEvent = { event: 'trace.started', time: 0, schema: 'raft-trace/1' };
  const orderBy = async (clock: 'virtual' | 'wall'): Promise<readonly string[]> => {
    const streams = [
      [{ ...started, clock }],
      [{ event: 'message.sent', time: 9, node: 'a', ...message }],
      [{ event: 'message.received', time: 5, node: 'b', ...message }],
    ] as readonly (readonly TraceEvent[])[];
    const order: string[] = [];
    for await (const batch of mergeStreams(streams.map((events) => inBatches(events, 2)))) {
      for (const { event } of batch) order.push(event);
    }
    return order;
  };
  expect(await orderBy('virtual')).toEqual(['trace.started', 'message.received', 'message.sent']);
  expect(await orderBy('wall')).toEqual(['trace.started', 'message.sent', 'message.received']);
});
