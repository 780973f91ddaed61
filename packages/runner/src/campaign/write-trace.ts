import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadCore } from '@raftlens/bugs';
import type { ExportCounts } from '@raftlens/telemetry';
import { openTraceWriter } from '@raftlens/telemetry';
import { runSeed } from './run-seed.ts';
import { scenarioCalled } from './scenario-called.ts';
import type { SeedFailure } from './seed-failure.ts';
import { type SpanTarget, spansOf } from './spans-of.ts';
import { strategyCalled } from './strategy-called.ts';
import type { WorkerTask } from './worker-messages.ts';

/** A run that is made again, with its whole trace. */
export interface TracedRun extends WorkerTask {
  readonly seed: number;
  /** Where the trace goes; its folder is made. */
  readonly path: string;
  /** Where its spans go too, if anywhere. */
  readonly spans?: SpanTarget | undefined;
}

/** What a traced run came to. */
export interface TracedResult {
  readonly failure: SeedFailure | undefined;
  readonly spans: ExportCounts | undefined;
}

/** Makes a run again and writes every event. The same run gives the same bytes. */
export async function writeTrace(run: TracedRun): Promise<TracedResult> {
  const scenario = scenarioCalled(run.scenario);
  const core = await loadCore(run.bug);
  mkdirSync(dirname(run.path), { recursive: true });
  using writer = openTraceWriter(run.path);
  const { seed, intensities } = run;
  const same = { scenario, core, seed, intensities, strategy: strategyCalled(run.strategy) };
  const failure = runSeed({ ...same, observe: (event) => writer.write(event) });
  const spans =
    run.spans === undefined
      ? undefined
      : await spansOf(run.spans, (observe) => runSeed({ ...same, observe }));
  return { failure, spans };
}
