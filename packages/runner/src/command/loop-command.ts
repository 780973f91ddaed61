import { rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { CommandRun } from './command-run.ts';
import { killGroup } from './kill-group.ts';
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
  /** Runs that came to an end of their own, or to their time limit. */
  readonly runs: number;
  /** In the order of their index. */
  readonly failures: readonly CommandRun[];
  /** Why a run could not be started; ends the loop. */
  readonly unstartable: string | undefined;
  readonly interrupted: boolean;
}

/** Runs the command `num` times, `jobs` at a time, and removes what passing runs leave. */
export async function loopCommand(options: LoopOptions): Promise<LoopResult> {
  const failures: CommandRun[] = [];
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const groups = new Set<number>();
  let next = 1;
  let runs = 0;
  let unstartable: string | undefined;

  const runOnce = async (index: number): Promise<void> => {
    const run = await runCommand({
      command: options.command,
      index,
      seed: options.firstSeed + index - 1,
      folder: join(options.folder, `run-${index}`),
      timeoutMs: options.timeoutMs,
      signal,
      groups,
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
    runs += 1;
    if (outcome.kind !== 'passed') failures.push(run);
    options.onProgress(runs, failures.length);
    if (outcome.kind !== 'passed' && options.untilFail) stop.abort();
  };

  const lane = async (): Promise<void> => {
    while (next <= options.num && !signal.aborted) {
      const index = next;
      next += 1;
      await runOnce(index);
    }
  };
  // Also when this process is told twice to end, no command outlives it.
  const killAll = (): void => {
    for (const leader of groups) killGroup(leader, 'SIGKILL');
  };
  process.once('exit', killAll);
  try {
    await Promise.all(Array.from({ length: Math.min(options.jobs, options.num) }, lane));
  } finally {
    process.removeListener('exit', killAll);
  }

  failures.sort((a, b) => a.index - b.index);
  return { runs, failures, unstartable, interrupted: options.signal.aborted };
}
