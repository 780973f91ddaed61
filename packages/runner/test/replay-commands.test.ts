import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCore } from '@raftlens/bugs';
import { findScenario, findStrategy } from '@raftlens/sim';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runSeed } from '../src/campaign/run-seed.ts';
import { readCommandLine } from '../src/cli/command-line.ts';
import { simulationLine } from '../src/cli/simulation-line.ts';
import type { LoopReport } from '../src/report/loop-report.ts';
import { simulate } from '../src/simulate.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raft-replay-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Does what these words ask `raft-loop` for. */
async function obey(words: readonly string[]): Promise<LoopReport> {
  const read = readCommandLine(words, '0.0.0', 80);
  const line = read.kind === 'simulation' ? simulationLine(read) : read;
  if (line.kind !== 'simulate') throw new Error(`${words.join(' ')} asks for ${line.kind}`);
  return await simulate({
    ...line,
    program: 'raft-loop',
    otlp: undefined,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
}

async function firstFailing(bug: string, scenarioName: string, strategyName: string) {
  const core = await loadCore(bug);
  const scenario = findScenario(scenarioName);
  const strategy = findStrategy(strategyName);
  if (scenario === undefined) throw new RangeError(scenarioName);
  for (let seed = 1; seed <= 500; seed += 1) {
    if (runSeed({ scenario, core, seed, strategy }) !== undefined) return seed;
  }
  throw new Error(`${bug} does not show in 500 runs of ${scenarioName}`);
}

const traceOf = ({ failures }: LoopReport): string =>
  readFileSync(failures[0]?.trace ?? '', 'utf8');

test.each([
  ['stale-vote', '2A', 'late-votes'],
  ['no-voted-for-check', '3A', 'pct'],
  ['quorum-half', 'TestBasicAgree2B', 'swarm'],
  ['no-voted-for-check', 'chaos', 'uniform'],
  ['no-persist-log', 'chaos', 'figure-8'],
  ['no-persist-log', 'chaos', 'portfolio'],
  ['early-return-keeps-lock', 'threads', 'uniform'],
])(
  '%s in %s with %s: what is printed replays the very run',
  async (bug, scenario, strategy) => {
    const seed = await firstFailing(bug, scenario, strategy);
    const own = ['--scenario', scenario, '--bug', bug, '--strategy', strategy, '--out', folder];
    const first = await obey([...own, '--seed', String(seed), '--num', '1', '--jobs', '1']);
    const trace = traceOf(first);
    expect(trace.length).toBeGreaterThan(1_000);
    const [program, ...words] = (first.failures[0]?.replay ?? '').split(' ');
    expect(program).toBe('raft-loop');
    rmSync(first.failures[0]?.trace ?? '');
    const again = await obey([...words, '--jobs', '1']);
    expect(traceOf(again)).toBe(trace);
    expect(again.failures[0]?.message).toBe(first.failures[0]?.message);
  },
  240_000,
);
