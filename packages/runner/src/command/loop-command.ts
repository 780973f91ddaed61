import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandRun } from './command-run.ts';
import { runCommand } from './run-command.ts';

/** A command to be run again and again. */
export interface LoopOptions {
  readonly command: readonly string[];
  readonly num: number;
  readonly firstSeed: number;
  readonly untilFail: boolean;
  /** Runs at a time. */
  readonly jobs: number;
  readonly timeoutMs: number | undefined;
  /** Where the folders of the runs go. */
  readonly folder: string;
  /** Keep the folders of runs that passed. */
  readonly keep: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, failures: number) => void;
}

/** What a loop came to. */
export interface LoopResult {
  readonly runs: number;
  /** In the order of their index. */
  readonly failures: readonly CommandRun[];
  /** Why nothing could be run; ends the loop. */
  readonly unstartable: string | undefined;
  readonly interrupted: boolean;
  /** Each run that ended, for the table: only its time is kept. */
  readonly timesMs: readonly number[];
}

/** Runs the command `num` times, `jobs` at a time, and removes what passing runs leave. */
export async function loopCommand(options: LoopOptions): Promise<LoopResult> {
  const failures: CommandRun[] = [];
  const timesMs: number[] = [];
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  let next = 1;
  let unstartable: string | undefined;

  const runOnce = async (index: number): Promise<void> => {
    const run = await runCommand({
      command: options.command,
      index,
      seed: options.firstSeed + index - 1,
      folder: join(options.folder, `run-${index}`),
      timeoutMs: options.timeoutMs,
      signal,
    });
    const { outcome } = run;
    if (outcome.kind === 'passed' || outcome.kind === 'aborted') {
      if (!options.keep) rmSync(run.folder, { recursive: true, force: true });
    }
    if (outcome.kind === 'aborted') return;
    if (outcome.kind === 'unstartable') {
      unstartable = outcome.message;
      rmSync(run.folder, { recursive: true, force: true });
      stop.abort();
      return;
    }
    timesMs.push(run.elapsedMs);
    if (outcome.kind !== 'passed') failures.push(run);
    options.onProgress(timesMs.length, failures.length);
    if (outcome.kind !== 'passed' && options.untilFail) stop.abort();
  };

  const lane = async (): Promise<void> => {
    while (next <= options.num && !signal.aborted) {
      const index = next;
      next += 1;
      await runOnce(index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(options.jobs, options.num) }, lane));

  failures.sort((a, b) => a.index - b.index);
  return {
    runs: timesMs.length,
    failures,
    unstartable,
    interrupted: options.signal.aborted,
    timesMs,
  };
}
