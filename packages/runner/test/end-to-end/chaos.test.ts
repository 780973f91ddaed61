import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { core } from '@raftlens/core';
import { faults, findScenario, runTrial } from '@raftlens/sim';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePlace, type Place } from './raft-loop.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

/** Leaves every fault out. */
const none: Readonly<Record<string, number>> = Object.fromEntries(
  faults.map(({ name }) => [name, 0]),
);

/** So cut off and so often down, a cluster now and then elects nobody until all is healed. */
const cruel: Readonly<Record<string, number>> = {
  ...none,
  loss: 1,
  clog: 42,
  delay: 1_000,
  pause: 7,
  crash: 7,
};

/** Words that set these intensities. */
function faultWords(intensities: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(intensities).flatMap(([name, value]) => ['--fault', `${name}=${value}`]);
}

/** The first seed whose trial passes and is vacuous, or is not. */
function firstSeed(vacuous: true | undefined): number {
  const scenario = findScenario('chaos');
  if (scenario === undefined) throw new Error('no such scenario');
  for (let seed = 1; seed <= 500; seed += 1) {
    const result = runTrial({ scenario, seed, core, chaos: { intensities: cruel } });
    if (result.passed && result.vacuous === vacuous) return seed;
  }
  throw new Error('no such seed');
}

const one = ['--scenario', 'chaos', '--num', '1', ...faultWords(cruel)];

test('runs that are all vacuous are no success', async () => {
  const { code, stdout, stderr } = await place.loop(...one, '--seed', String(firstSeed(true)));
  expect([code, stderr]).toEqual([
    4,
    'raft-loop: every run was vacuous: nobody was elected, nothing shown\n',
  ]);
  expect(stdout).toMatch(/^1 run of chaos, 0 failures\nReached /);
  expect(stdout).toContain('\n1 run was vacuous: nobody was elected, or nothing committed\n');
});

test('runs under the same faults that elect somebody are', async () => {
  const seed = String(firstSeed(undefined));
  const { code, stdout, stderr } = await place.loop(...one, '--seed', seed);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).not.toContain('vacuous');
});

test('only the faults that were left in strike', async () => {
  const args = ['--scenario', 'chaos', '--num', '16', '--json', ...faultWords(cruel)];
  const { faults: struck } = JSON.parse((await place.loop(...args)).stdout).touched;
  expect(Object.keys(struck).sort()).toEqual(['clog', 'crash', 'delay', 'loss', 'pause']);
});

test('a replay under faults has their intensities, and gives the same trace', async () => {
  const set = { ...none, partition: 2, crash: 1 };
  const hunt = ['--scenario', 'chaos', '--bug', 'quorum-half'];
  const more = ['--until-fail', '--num', '200'];
  const found = await place.loop(...hunt, ...more, ...faultWords(set));
  expect(found.code).toBe(1);
  const [, replay = '', seed = ''] =
    /replay: {2}(raft-loop .* --seed (\d+) .*)/.exec(found.stdout) ?? [];
  const words = [...hunt, ...faultWords(set), '--seed', seed, '--num', '1'];
  expect(replay).toBe(`raft-loop ${words.join(' ')}`);

  const file = join(place.folder, '.raft-loop', `chaos-quorum-half-seed-${seed}`, 'trace.jsonl');
  const trace = readFileSync(file, 'utf8');
  const struck = [...trace.matchAll(/"event":"fault\.injected".*?"fault":"([^"]+)"/g)];
  expect(struck).not.toEqual([]);
  expect(struck.filter(([, name]) => name !== 'partition' && name !== 'crash')).toEqual([]);
  rmSync(file);
  expect((await place.paste(replay)).code).toBe(1);
  expect(readFileSync(file, 'utf8')).toBe(trace);
});
