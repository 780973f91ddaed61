// screen [SEEDS] [FIRST] [STRATEGY]: every test of the lab on every bug, with so many seeds each,
// once screened and once judged by the rules that can fail a run. A run that breaks a rule, and
// that the screen vouches for, is one too many; a run that it doubts for nothing costs time.
import process from 'node:process';
import { bugs, loadCore } from '@raftlens/bugs';
import type { Core } from '@raftlens/core';
import { createJudge, huntRules } from '@raftlens/invariants';
import {
  findScenario,
  findStrategy,
  runTrial,
  type Scenario,
  Screen,
  type Trial,
  withStrategy,
} from '@raftlens/sim';

/** A storm of messages goes on for ever; what it breaks, it breaks before. */
const mostSteps = 60_000;

const [seeds = 1, first = 1] = process.argv.slice(2).map(Number);
const strategy = process.argv[4] === undefined ? undefined : findStrategy(process.argv[4]);
const screen = new Screen();
const counts = { runs: 0, broken: 0, vouched: 0, doubtedForNothing: 0, missed: 0 };

for (const bug of [undefined, ...bugs.map(({ name }) => name)]) {
  const core = await loadCore(bug);
  for (let seed = first; seed < first + seeds; seed += 1) {
    for (const name of findScenario('all')?.tests ?? []) compare(core, name, seed, bug);
  }
}
process.stdout.write(`${JSON.stringify(counts)}\n`);
process.exitCode = counts.missed === 0 ? 0 : 1;

function compare(core: Core, name: string, seed: number, bug: string | undefined): void {
  const scenario = findScenario(name);
  if (scenario === undefined) return;
  const broken = isBroken(core, scenario, seed);
  screen.beginRun();
  const halted = bounded(() => screen.doubted !== undefined);
  const { passed } = runTrial({ ...trialOf(core, scenario, seed), screen, halted });
  const vouched = screen.doubted === undefined && passed;
  counts.runs += 1;
  if (broken) counts.broken += 1;
  if (vouched) counts.vouched += 1;
  if (!broken && !vouched) counts.doubtedForNothing += 1;
  if (!broken || !vouched) return;
  counts.missed += 1;
  process.stdout.write(`missed: ${bug ?? 'the correct core'}, ${name}, seed ${seed}\n`);
}

/** A rule is, or the test fails by its own checks. */
function isBroken(core: Core, scenario: Scenario, seed: number): boolean {
  const judge = createJudge({ rules: huntRules });
  const halted = bounded(() => false);
  const observe = Object.assign(judge.observe, { attention: judge.attention });
  const { passed } = runTrial({ ...trialOf(core, scenario, seed), observe, halted });
  return !passed || judge.finish().findings.some(({ severity }) => severity === 'violation');
}

function bounded(halted: () => boolean): () => boolean {
  let steps = 0;
  return () => {
    steps += 1;
    return steps > mostSteps || halted();
  };
}

/** One for each run: a strategy is used up by it. */
function trialOf(core: Core, scenario: Scenario, seed: number): Trial {
  const trial = { scenario, core, seed };
  return strategy === undefined ? trial : withStrategy(trial, strategy);
}
