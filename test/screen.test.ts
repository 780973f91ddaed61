import { readFileSync } from 'node:fs';
import { bugs, loadCore } from '@raftlens/bugs';
import type { Core } from '@raftlens/core';
import { createJudge, createSometimesTally, huntRules } from '@raftlens/invariants';
import { findScenario, runTrial, type Scenario, Screen, screenedRules } from '@raftlens/sim';
import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';

const screen = new Screen();
const lab = findScenario('all')?.tests ?? [];

/** What the screen and the rules that can fail a run say of the same one. */
function bothWays(core: Core, name: string, seed: number) {
  const scenario = scenarioCalled(name);
  const judge = createJudge({ rules: huntRules });
  const tally = createSometimesTally();
  const observe = (event: TraceEvent): void => {
    judge.observe(event);
    tally.observe(event);
  };
  const told = runTrial({ scenario, core, seed, observe });
  const { findings, leaders } = judge.finish();
  const broken = findings.filter(({ severity }) => severity === 'violation');
  screen.beginRun();
  const halted = (): boolean => screen.doubted !== undefined;
  const screened = runTrial({ scenario, core, seed, screen, halted });
  return {
    rules: broken.map(({ rule }) => rule),
    told,
    counts: tally.counts(),
    leaders: leaders.length,
    screened,
    vouched: screen.doubted === undefined && screened.passed,
  };
}

function scenarioCalled(name: string): Scenario {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new RangeError(`no scenario is called ${name}`);
  return scenario;
}

/** Names in the first column of the table of ARCHITECTURE.md. */
function tabled(): readonly string[] {
  const page = readFileSync(new URL('../ARCHITECTURE.md', import.meta.url), 'utf8');
  const part = page.split('## What a screen vouches for')[1]?.split('\n## ')[0] ?? '';
  return part.split('\n').flatMap((line) => {
    const column = line.startsWith('|') ? (line.split('|')[1] ?? '') : '';
    return [...column.matchAll(/`([a-z0-9-]+)`/g)].map(([, name = '']) => name);
  });
}

test('every rule that can fail a run is screened, and the table says how', () => {
  const hunted = huntRules.map(({ id }) => id).sort();
  expect(screenedRules.toSorted()).toEqual(hunted);
  expect(tabled().toSorted()).toEqual(hunted);
});

// Each bug with other tests of the lab, so that all pairs are met as the list grows.
test.each(bugs.map(({ name }, index) => [name, index] as const))(
  'no run of %s that breaks a rule gets past the screen',
  async (bug, index) => {
    const core = await loadCore(bug);
    for (let step = 0; step < 3; step += 1) {
      const [seed, place] = [1 + index * 3 + step, index * 5 + step * 11];
      const { rules, told, vouched } = bothWays(core, lab[place % lab.length] ?? '2A', seed);
      const fine = rules.length === 0 && told.passed;
      expect(vouched && !fine, `seed ${seed}: ${rules.join()}`).toBe(false);
    }
  },
);

test.each(lab)('%s of the correct core is doubted nowhere, and counted the same', async (name) => {
  const core = await loadCore(undefined);
  for (const seed of [1, 2, 3]) {
    const { told, screened, counts, leaders, vouched } = bothWays(core, name, seed);
    expect([seed, vouched, screen.doubted]).toEqual([seed, true, undefined]);
    expect(screened).toEqual(told);
    const reached: Readonly<Record<string, number>> = { ...screen.reached };
    const same = Object.keys(counts).map((each) => [each, reached[each] ?? 0]);
    expect(Object.fromEntries(same)).toEqual(counts);
    expect(screen.leaders).toBe(leaders);
  }
});
