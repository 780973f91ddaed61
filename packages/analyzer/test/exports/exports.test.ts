import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { exports } from '../../src/exports/exports.ts';
import { createVectorClocks } from '../../src/exports/vector-clocks.ts';
import { storyTrace } from '../story-trace.ts';

function exported(name: string): string {
  const stream = exports.find((each) => each.name === name)?.open();
  if (stream === undefined) throw new Error(`no export is called ${name}`);
  // In pieces, as a file is read.
  const half = Math.floor(storyTrace.length / 2);
  const pieces = [storyTrace.slice(0, half), [], storyTrace.slice(half)];
  return pieces.map((events) => stream.push(events)).join('') + stream.end();
}

test.each(exports)('$name, whole', async ({ name }) => {
  await expect(exported(name)).toMatchFileSnapshot(`outputs/${name}.txt`);
});

test('what Perfetto reads is JSON, with each slice closed', () => {
  const { traceEvents } = JSON.parse(exported('perfetto')) as {
    readonly traceEvents: readonly { readonly ph: string }[];
  };
  const count = (ph: string) => traceEvents.filter((each) => each.ph === ph).length;
  expect(count('B')).toBe(count('E'));
  expect(count('s')).toBe(1);
  expect(count('f')).toBe(1);
});

test('a trace without events is still a whole file', () => {
  const empty = exports.map(({ open }) => open().end());
  expect(empty).toEqual(['', '{"traceEvents":[\n\n]}\n', '', '']);
});

test('a receipt knows of its sending, by the id of the message', () => {
  const clocks = createVectorClocks();
  const stamps = storyTrace.map((event) => ({ event, clock: clocks.stamp(event) }));
  const of = (name: string) => stamps.find(({ event }) => event.event === name)?.clock;
  const [sent, received] = [of('message.sent'), of('message.received')];
  expect(received?.get('n1')).toBe(sent?.get('n1'));
  expect(received?.get('n2')).toBeGreaterThan(sent?.get('n2') ?? 0);
});

test('in a Mermaid diagram a server may be called what Mermaid means something by', () => {
  const stream = exports.find(({ name }) => name === 'mermaid')?.open();
  const started = ['end', 'a;b', 'a:b'].map(
    (node): TraceEvent => ({ event: 'node.started', time: 0, node, seq: 1, inc: 0 }),
  );
  expect(stream?.push(started)).toMatchInlineSnapshot(`
    "sequenceDiagram
      participant s1 as end
      Note over s1: end starts
      participant s2 as a b
      Note over s2: a b starts
      participant s3 as a:b
      Note over s3: a:b starts
    "
  `);
});
