import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { analyze, fileSource } from '@raftlens/analyzer';
import { coreChanges } from '@raftlens/bugs';
import type { Capsule } from '@raftlens/sim';
import { openTraceWriter } from '@raftlens/telemetry';
import type { SeedFailure } from './campaign/seed-failure.ts';
import { shellWord } from './cli/shell-word.ts';
import type { LoopReport } from './report/loop-report.ts';
import { replayCapsule } from './shrink/replay-capsule.ts';
import type { Simulation } from './simulate.ts';

/** A capsule that is to be run again. */
export interface ReplayOptions extends Pick<Simulation, 'flags' | 'program'> {
  readonly file: string;
  readonly capsule: Capsule;
}

/** Runs a capsule again, with its whole trace, and analyses that. */
export async function replay(options: ReplayOptions): Promise<LoopReport> {
  const { file, capsule, flags, program } = options;
  const began = performance.now();
  const name = basename(file).replace(/(\.capsule)?\.json$/, '');
  const trace = flags.trace ?? join(flags.folder, `replay-${name}`, 'trace.jsonl');
  const failure = await run(capsule, trace);
  const { scenario, bug, seed, breaks } = capsule;
  const analysis = failure === undefined ? undefined : await analyze([fileSource(trace)]);
  return {
    what: `capsule ${file} (${breaks})`,
    runs: 1,
    failed: failure === undefined ? 0 : 1,
    elapsedMs: Math.round(performance.now() - began),
    failures:
      failure === undefined
        ? []
        : [
            {
              run: 1,
              seed,
              scenario,
              bug,
              rule: failure.rule,
              term: failure.term,
              nodes: failure.nodes,
              message: failure.message,
              log: undefined,
              tail: undefined,
              trace,
              core: coreChanges(),
              capsule: undefined,
              replay: `${program} --replay ${shellWord(file)}`,
              analysis,
            },
          ],
    folder: undefined,
    touched: undefined,
    spans: undefined,
    interrupted: false,
  };
}

async function run(capsule: Capsule, trace: string): Promise<SeedFailure | undefined> {
  mkdirSync(dirname(trace), { recursive: true });
  using writer = openTraceWriter(trace);
  return await replayCapsule(capsule, (event) => writer.write(event));
}
