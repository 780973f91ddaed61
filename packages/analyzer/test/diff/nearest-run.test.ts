import { encodeEvent, type TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { type LoggedRun, nearestRun } from '../../src/diff/nearest-run.ts';
import { memorySource } from '../memory-source.ts';
import { storyTrace } from '../story-trace.ts';

function run(name: string, ...logs: readonly (readonly TraceEvent[])[]): LoggedRun {
  const sources = logs.map((events, index) =>
    memorySource(`${name}-${index}.jsonl`, events.map((each) => `${encodeEvent(each)}\n`).join('')),
  );
  return { name, sources };
}

const shorter = (count: number): readonly TraceEvent[] => storyTrace.slice(0, count);

test('the passing run that goes along for longest is chosen', async () => {
  const passing = [run('short', shorter(4)), run('long', shorter(12)), run('middle', shorter(8))];
  const nearest = await nearestRun(passing, run('failing', storyTrace));
  expect(nearest?.passing).toBe('long');
  expect(nearest?.comparison.kind).toBe('diverges');
});

test('one that does not part is nearest of all', async () => {
  const passing = [run('same', storyTrace), run('short', shorter(4))];
  const nearest = await nearestRun(passing, run('failing', storyTrace));
  expect(nearest).toMatchObject({ passing: 'same', comparison: { kind: 'alike' } });
});

test('logs of one server each are taken together', async () => {
  const nodes = [...new Set(storyTrace.flatMap(({ node }) => node ?? []))];
  const logs = nodes.map((node) => storyTrace.filter((event) => event.node === node));
  const nearest = await nearestRun([run('whole', storyTrace)], run('failing', ...logs));
  expect(nearest?.comparison.kind).toBe('alike');
});

const ofTest = (name: string, events: readonly TraceEvent[]): readonly TraceEvent[] =>
  events.map((event) => ({ ...event, run: name }));

test('each test of a log is compared with its namesake, and with no other', async () => {
  const passing = [run('pass', ofTest('second', storyTrace))];
  const failing = run('fail', [...ofTest('first', shorter(9)), ...ofTest('second', storyTrace)]);
  const nearest = await nearestRun(passing, failing);
  expect(nearest?.comparison).toMatchObject({ kind: 'alike' });
  const less = [run('pass', ofTest('second', shorter(12)))];
  const parted = await nearestRun(less, failing);
  expect(parted?.comparison).toMatchObject({ divergence: { failing: { run: 'second' } } });
});

test('runs that share no name are compared all the same', async () => {
  const passing = [run('pass', ofTest('a1', shorter(12)))];
  const nearest = await nearestRun(passing, run('fail', ofTest('b2', storyTrace)));
  expect(nearest?.comparison.kind).toBe('diverges');
  expect(nearest?.comparison).not.toMatchObject({ divergence: { alike: 0 } });
});

test.each([
  ['', 'there is nothing in it'],
  ['ok\n'.repeat(200), 'this is in no known format'],
])('of a failing log %j it is told once why it cannot be compared', async (content, why) => {
  const problems: string[] = [];
  const failing = { name: 'fail', sources: [memorySource('fail.log', content)] };
  const passing = [run('one', storyTrace), run('two', storyTrace)];
  const nearest = await nearestRun(passing, failing, {}, (problem) => problems.push(problem));
  expect(nearest).toBeUndefined();
  expect(problems).toEqual([expect.stringContaining(`fail.log: ${why}`)]);
});

test('what is in no known format is told, and nothing is near it', async () => {
  const problems: string[] = [];
  const plain = { name: 'plain', sources: [memorySource('plain.log', 'ok\n'.repeat(200))] };
  const nearest = await nearestRun([plain], run('failing', storyTrace), {}, (problem) =>
    problems.push(problem),
  );
  expect(nearest).toBeUndefined();
  expect(problems).toEqual([expect.stringContaining('plain.log: ')]);
});
