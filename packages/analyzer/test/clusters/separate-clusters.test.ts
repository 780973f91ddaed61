import type { Census } from '@raftlens/formats';
import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { separateClusters } from '../../src/clusters/separate-clusters.ts';
import type { EventStream } from '../../src/input/event-stream.ts';

/** A stream whose batches are of events of these servers, `-` for the harness. */
function stream(file: string, batches: readonly string[], run?: string): EventStream {
  const report = () => expect.unreachable('nobody asks');
  const facts = () => ({
    format: undefined,
    census: undefined,
    levels: undefined,
    order: 'kept' as const,
  });
  return {
    file,
    batches: eventsOf(batches, run),
    report,
    facts,
    keepLine: report,
    linesAt: report,
  };
}

async function* eventsOf(batches: readonly string[], run: string | undefined) {
  for (const nodes of batches) {
    yield [...nodes].map((node): TraceEvent => {
      return { event: 'node.started', time: 0, run, ...(node !== '-' && { node }) };
    });
  }
}

async function runsOf(streams: readonly EventStream[]): Promise<readonly string[]> {
  const all: string[] = [];
  for (const { file, batches } of separateClusters(streams)) {
    const runs: (string | undefined)[] = [];
    for await (const events of batches) runs.push(...events.map(({ run }) => run));
    all.push(`${file}: ${runs.map((run) => run ?? '·').join(' ')}`);
  }
  return all;
}

test('one file is what it is', async () => {
  expect(await runsOf([stream('a', ['123'])])).toEqual(['a: · · ·']);
});

test('files of one server each are one cluster', async () => {
  expect(await runsOf([stream('a', ['1', '1']), stream('b', ['2-2'])])).toEqual([
    'a: · ·',
    'b: · · ·',
  ]);
});

test('a file in which several servers speak is a run of its own', async () => {
  expect(await runsOf([stream('a', ['12', '1']), stream('b', ['3'])])).toEqual([
    'a: a a a',
    'b: ·',
  ]);
});

test('runs that a file names stay apart from those of other files', async () => {
  expect(await runsOf([stream('a', ['12'], 'T'), stream('b', ['12'], 'T')])).toEqual([
    'a: a: T a: T',
    'b: b: T b: T',
  ]);
});

test('a server that one file calls by its address, another by its id, has two logs', async () => {
  const names = new Map([
    ['10.0.0.1', 'n1'],
    ['10.0.0.2', 'n2'],
  ]);
  const named = { speakers: new Set<string>(), members: new Set(['n1', 'n2']), names };
  const naked = { speakers: new Set<string>(), members: new Set<string>(), names: new Map() };
  const log = (file: string, node: string, census: Census): EventStream => ({
    ...stream(file, ['-']),
    batches: speaking(node),
    facts: () => ({ format: undefined, census, levels: undefined, order: 'kept' }),
  });
  expect(
    await runsOf([
      log('a1.log', 'n1', named),
      log('a2.log', 'n2', named),
      log('b1.log', '10.0.0.1', naked),
      log('b2.log', '10.0.0.2', naked),
    ]),
  ).toEqual([
    'a1.log: a1.log and 1 more',
    'a2.log: a1.log and 1 more',
    'b1.log: b1.log and 1 more',
    'b2.log: b1.log and 1 more',
  ]);
});

async function* speaking(node: string): AsyncGenerator<readonly TraceEvent[], void, undefined> {
  yield [{ event: 'node.started', time: 0, node }];
}
