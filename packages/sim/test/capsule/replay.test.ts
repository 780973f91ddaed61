import { core } from '@raftlens/core';
import {
  type Decider,
  decodeCapsule,
  encodeCapsule,
  findScenario,
  runCapsule,
  runTrial,
} from '@raftlens/sim';
import { encodeEvent, type TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { createRecorder } from '../../src/capsule/recorder.ts';
import { digest, record } from '../trace-of.ts';
import { capsuleOf } from './capsule-of.ts';
import { watchForLeaders } from './leaders-watch.ts';

test.each([
  ['chaos', 1],
  ['chaos', 4],
  ['2A', 3],
  ['TestFigure82C', 1],
])('a recorder changes nothing in %s', (name, seed) => {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new RangeError(name);
  const events: TraceEvent[] = [];
  const decider: Decider = createRecorder([1, 2]);
  runTrial({ scenario, seed, core, decider, observe: (event) => void events.push(event) });
  expect(digest(events)).toBe(digest(record(name, seed).events));
});

// Commands of the lab's tests are drawn by the tester, so their hashes differ; nothing else does.
test.each([
  ['TestReElection2A', 2],
  ['TestManyElections2A', 5],
  ['TestFigure82C', 2],
  ['TestFigure8Unreliable2C', 3],
  ['TestPersist22C', 1],
  ['TestReliableChurn2C', 4],
  ['TestSnapshotInstallCrash2D', 1],
  ['chaos', 27],
  ['chaos', 12],
  ['chaos', 23],
  ['chaos', 19],
])('a capsule of %s with seed %d replays the very run', (name, seed) => {
  const capsule = decodeCapsule(encodeCapsule(capsuleOf(name, seed, watchForLeaders(3))));
  const watch = watchForLeaders(3);
  const replayed: string[] = [];
  runCapsule({
    capsule,
    core,
    halted: watch.shown,
    observe(event) {
      if (watch.shown()) return;
      watch.observe(event);
      replayed.push(...lineOf(event));
    },
  });
  const original = record(name, seed).events.flatMap(lineOf);
  // A capsule is of a run that shows something: what comes after that it does not hold.
  expect(watch.shown()).toBe(true);
  expect(replayed.length).toBeGreaterThan(100);
  expect(replayed.findIndex((line, index) => line !== original[index])).toBe(-1);
});

function lineOf(event: TraceEvent): readonly string[] {
  if (!('node' in event)) return [];
  return [encodeEvent(event).replace(/"(hash|hashes)":("[^"]*"|\[[^\]]*\])/g, '')];
}

test('without its decisions a capsule is benign: elections end, always the same way', () => {
  const capsule = capsuleOf('TestManyElections2A', 1, watchForLeaders(99));
  const calm = { ...capsule, plan: [], operations: [], decisions: [] };
  const lines = (): readonly string[] => {
    const events: TraceEvent[] = [];
    runCapsule({ capsule: calm, core, observe: (event) => void events.push(event) });
    return events.flatMap((event) =>
      event.event === 'role.changed' ? [`${event.node} ${event.to} in term ${event.term}`] : [],
    );
  };
  expect(lines()).toEqual(lines());
  expect(lines()).toMatchInlineSnapshot(`
    [
      "n5 candidate in term 1",
      "n5 leader in term 1",
    ]
  `);
});
