import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { analyze, fileSource } from '@raftlens/analyzer';
import { loadCore } from '@raftlens/bugs';
import type { Core } from '@raftlens/core';
import { type CounterExample, explore, type Property, replayPath } from '@raftlens/sim';
import { openTraceWriter } from '@raftlens/telemetry';
import { chiefFinding } from './campaign/chief-finding.ts';
import { shellWord } from './cli/shell-word.ts';
import type { FailureReport } from './report/failure-report.ts';
import type { LoopReport } from './report/loop-report.ts';
import type { Simulation } from './simulate.ts';

/** Of the properties that are checked, those that a trace can prove broken. */
const properties: readonly Property[] = [
  'election-safety',
  'double-vote',
  'leader-completeness',
  'state-machine-safety',
];

const servers = 3;
/** Each run of `--num` stands for so many states: the usual 1,000 reach the end of the scope. */
const statesPerRun = 2_000;

/** What an exhaustive search takes of a simulation. */
export type Exploration = Pick<Simulation, 'bug' | 'flags' | 'program' | 'signal'>;

/**
 * Searches every run of a small cluster within bounds for one that breaks safety, shortest first;
 * the trace of such a run is written and analysed like that of a failing seed.
 */
export async function exploreAll(exploration: Exploration): Promise<LoopReport> {
  const { bug, flags, signal } = exploration;
  const began = performance.now();
  const core = await loadCore(bug);
  const { states, depth, complete, violation } = explore({
    core,
    servers,
    properties,
    maxStates: flags.num * statesPerRun,
    halted: () => signal.aborted,
  });
  const failures = violation === undefined ? [] : [await investigate(exploration, core, violation)];
  return {
    what: bug === undefined ? 'exhaustive search' : `exhaustive search with ${bug}`,
    runs: 1,
    failed: failures.length,
    elapsedMs: Math.round(performance.now() - began),
    failures,
    folder: undefined,
    touched: undefined,
    explored: { states, depth, complete },
    spans: undefined,
    interrupted: signal.aborted,
  };
}

async function investigate(
  { bug, flags, program }: Exploration,
  core: Core,
  { path, property, message }: CounterExample,
): Promise<FailureReport> {
  const name = ['exhaustive', bug].filter((part) => part !== undefined).join('-');
  const trace = flags.trace ?? join(flags.folder, name, 'trace.jsonl');
  writeTraceOf(trace, core, path);
  const analysis = await analyze([fileSource(trace)]);
  const chief = chiefFinding(analysis.findings);
  const words = ['--strategy', 'exhaustive', ...(bug === undefined ? [] : ['--bug', bug])];
  return {
    run: 1,
    seed: 0,
    scenario: 'exhaustive',
    bug,
    rule: chief?.rule ?? property,
    term: chief?.term,
    nodes: chief?.nodes ?? [],
    message: chief?.message ?? message,
    log: undefined,
    tail: undefined,
    trace,
    capsule: undefined,
    replay: [program, ...words.map(shellWord)].join(' '),
    analysis,
  };
}

function writeTraceOf(file: string, core: Core, path: CounterExample['path']): void {
  mkdirSync(dirname(file), { recursive: true });
  using writer = openTraceWriter(file);
  replayPath({ servers, path, core, properties, observe: (event) => writer.write(event) });
}
