import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bugs, loadCore } from '@raftlens/bugs';
import { core } from '@raftlens/core';
import { findScenario, runTrial, type TrialResult } from '@raftlens/sim';
import { encodeEvent, type TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { anomalies } from './anomalies.ts';

const cores = join(import.meta.dirname, '..', 'dist', 'cores');

interface Seen {
  readonly result: TrialResult;
  readonly events: readonly TraceEvent[];
}

async function run(bug: string | undefined, name: string, seed: number): Promise<Seen> {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new RangeError(`no scenario is called ${name}`);
  const events: TraceEvent[] = [];
  const observe = (event: TraceEvent): void => void events.push(event);
  const result = runTrial({ scenario, seed, core: await loadCore(bug), observe });
  return { result, events };
}

/** Seeds from 1 to `count` at which `holds`. */
async function seedsWhere(
  count: number,
  holds: (seed: number) => Promise<boolean>,
): Promise<readonly number[]> {
  const seeds: number[] = [];
  for (let seed = 1; seed <= count; seed += 1) if (await holds(seed)) seeds.push(seed);
  return seeds;
}

test('without a bug it is the correct core', async () => {
  expect(await loadCore(undefined)).toBe(core);
});

test('an unknown bug is an error', async () => {
  await expect(loadCore('no-such-bug')).rejects.toThrow(
    new RangeError('no bug is called no-such-bug'),
  );
});

test.each(bugs)('$name loads, with files of its own for what it edits', async (bug) => {
  const patched = await loadCore(bug.name);
  const held = bug.harmless === undefined && bug.host === undefined ? ['heldTo'] : [];
  expect(Object.keys(patched)).toEqual([...Object.keys(core), ...held]);
  for (const { file } of bug.edits)
    expect(built(bug.name, file), file).not.toBe(built('_shared', file));
  const message = bug.edits.some(({ file }) => file === 'message.ts');
  expect(existsSync(join(cores, bug.name, 'message.js'))).toBe(message);
});

function built(bug: string, file: string): string {
  return readFileSync(join(cores, bug, file.replace(/\.ts$/, '.js')), 'utf8');
}

// The first seed of part 2A at which a single byte is not what it is with the correct core.
test.each([
  ['stale-vote', 4],
  ['request-vote-keeps-role', 1],
  ['request-vote-leader-keeps-role', 3],
  ['append-entries-keeps-vote', 1],
  ['no-check-quorum', 1],
  ['stale-heartbeat-loop', 1],
])('%s gives another trace than the correct core at seed %i', async (name, first) => {
  const lines = async (bug: string | undefined, seed: number): Promise<string> =>
    (await run(bug, '2A', seed)).events.map((event) => encodeEvent(event)).join('\n');
  let seed = 1;
  while (seed < 100 && (await lines(name, seed)) === (await lines(undefined, seed))) seed += 1;
  expect(seed).toBe(first);
});

test('the correct core shows nothing odd', async () => {
  const odd = await seedsWhere(100, async (seed) => {
    const { result, events } = await run(undefined, '2A', seed);
    return !result.passed || anomalies(events).length > 0;
  });
  expect(odd).toEqual([]);
});

test('stale-heartbeat-loop fails part 2A with every seed', async () => {
  const failures = new Set<string>();
  for (let seed = 1; seed <= 50; seed += 1) {
    const { result } = await run('stale-heartbeat-loop', '2A', seed);
    failures.add(`${result.failure?.test}: ${result.failure?.message}`);
  }
  expect([...failures]).toEqual(['TestReElection2A: expected one leader, got none']);
});

// Seeds at which a bug shows, what the tester says, and what is odd there.
const shows: readonly (readonly [bug: string, name: string, seed: number, seen: string[]])[] = [
  ['stale-vote', '2A', 58, ['passed', 'n5 becomes leader of term 6 as follower']],
  [
    'stale-vote',
    '2A',
    20,
    [
      'passed',
      'n4 becomes leader of term 10 as follower',
      'n4 and n5 both act as leader of term 10',
      'n5 becomes leader of term 10 as follower',
    ],
  ],
  [
    'stale-vote',
    'TestFigure8Unreliable2C',
    37,
    [
      'apply error: commit index=24 server=2 17193969 != server=0 17214383',
      'n5 becomes leader of term 17 as follower',
      'n5 and n3 both act as leader of term 17',
      'n3 becomes leader of term 17 as follower',
    ],
  ],
  [
    'request-vote-keeps-role',
    '2A',
    3,
    ['passed', 'n4 enters term 6 as leader', 'n5 and n4 both act as leader of term 6'],
  ],
  [
    'request-vote-keeps-role',
    'TestFigure8Unreliable2C',
    2172,
    [
      'apply error: commit index=30 server=3 24283223 != server=2 24295852',
      'n3 enters term 33 as leader',
      'n3 and n2 both act as leader of term 33',
    ],
  ],
  [
    'request-vote-leader-keeps-role',
    '2A',
    3,
    ['passed', 'n4 enters term 6 as leader', 'n5 and n4 both act as leader of term 6'],
  ],
  [
    'stale-heartbeat-loop',
    '2A',
    1,
    [
      'expected one leader, got none',
      'n3 and n2 both act as leader of term 2',
      'n2 sends AppendEntries as follower of term 2',
      'n3 sends AppendEntries as follower of term 2',
    ],
  ],
];

test.each(shows)('%s shows in %s with seed %i', async (bug, name, seed, seen) => {
  const { result, events } = await run(bug, name, seed);
  expect([result.failure?.message ?? 'passed', ...anomalies(events)]).toEqual(seen);
});

test('stale-vote gives two leaders of one term in few runs of part 2A', async () => {
  const seeds = await seedsWhere(150, async (seed) =>
    anomalies((await run('stale-vote', '2A', seed)).events).some((odd) => odd.includes('both act')),
  );
  expect(seeds).toEqual([20, 38]);
});

test('append-entries-keeps-vote harms nobody', async () => {
  const odd = await seedsWhere(100, async (seed) => {
    const { result, events } = await run('append-entries-keeps-vote', '2A', seed);
    return !result.passed || anomalies(events).length > 0;
  });
  expect(odd).toEqual([]);
});

test('with no-check-quorum no leader ever steps down by itself', async () => {
  const lost = ({ events }: Seen): number =>
    events.filter((event) => event.event === 'role.changed' && event.cause === 'quorum-lost')
      .length;
  const correct = await seedsWhere(20, async (seed) => lost(await run(undefined, '2A', seed)) > 0);
  const buggy = await seedsWhere(
    20,
    async (seed) => lost(await run('no-check-quorum', '2A', seed)) > 0,
  );
  expect([correct.length, buggy.length]).toEqual([20, 0]);
});
