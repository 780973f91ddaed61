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
