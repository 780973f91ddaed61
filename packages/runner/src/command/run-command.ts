import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { commandEnvironment } from './command-environment.ts';
import type { CommandOutcome, CommandRun } from './command-run.ts';
import { killGroup } from './kill-group.ts';

/** What to run, and how. */
export interface CommandSpec {
  readonly command: readonly string[];
  readonly index: number;
  readonly seed: number;
  readonly folder: string;
  readonly timeoutMs: number | undefined;
  readonly signal: AbortSignal;
  /** The groups that run now, by their leaders; this run is among them as long as it runs. */
  readonly groups: Set<number>;
}

/** Time between asking a command to end and ending it. */
const graceMs = 5_000;

/**
 * Runs a command once, in a process group of its own, with its output in a file.
 *
 * The output never passes through this process: the command writes to the file itself, both streams
 * in the order in which it writes them. What it leaves running in its group ends with it, so that
 * it cannot slow the next run down.
 */
export async function runCommand(spec: CommandSpec): Promise<CommandRun> {
  const { command, index, seed, folder } = spec;
  mkdirSync(folder, { recursive: true });
  const log = join(folder, 'output.log');
  const began = process.hrtime.bigint();
  const output = openSync(log, 'w');
  let outcome: CommandOutcome;
  try {
    outcome = await start(spec, output);
  } finally {
    closeSync(output);
  }
  const elapsedMs = Number(process.hrtime.bigint() - began) / 1e6;
  return { index, seed, folder, log, outcome, elapsedMs: Math.round(elapsedMs) };

  function start({ timeoutMs, signal, groups }: CommandSpec, fd: number): Promise<CommandOutcome> {
    const [file = '', ...args] = command;
    return new Promise((resolve) => {
      const child = spawn(file, args, {
        stdio: ['ignore', fd, fd],
        detached: process.platform !== 'win32',
        env: commandEnvironment(process.env, spec),
      });
      if (child.pid !== undefined) groups.add(child.pid);
      const ender = createEnder(child.pid);
      let timedOut = false;
      const abort = (): void => ender.end();
      signal.addEventListener('abort', abort, { once: true });
      const timer =
        timeoutMs === undefined
          ? undefined
          : setTimeout(() => {
              timedOut = true;
              ender.end();
            }, timeoutMs);
      const finish = (ended: CommandOutcome): void => {
        clearTimeout(timer);
        ender.finished();
        if (child.pid !== undefined) groups.delete(child.pid);
        signal.removeEventListener('abort', abort);
        resolve(ended);
      };
      child.once('error', (error: NodeJS.ErrnoException) => {
        finish({ kind: 'unstartable', message: startProblem(file, error) });
      });
      child.once('exit', (code, killedBy) => {
        if (signal.aborted) finish({ kind: 'aborted' });
        else if (timedOut) finish({ kind: 'timed-out', afterMs: timeoutMs ?? 0 });
        else if (killedBy !== null) finish({ kind: 'killed', signal: killedBy });
        else finish(code === 0 ? { kind: 'passed' } : { kind: 'exited', code: code ?? 1 });
      });
    });
  }
}

/** Ends a process group: politely, then not. */
function createEnder(pid: number | undefined): { end(): void; finished(): void } {
  let killer: NodeJS.Timeout | undefined;
  return {
    end() {
      killGroup(pid, 'SIGTERM');
      killer = setTimeout(() => killGroup(pid, 'SIGKILL'), graceMs);
    },
    finished() {
      clearTimeout(killer);
      killGroup(pid, 'SIGKILL');
    },
  };
}

function startProblem(file: string, error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') {
    return file.includes('/') && existsSync(file)
      ? `what the first line of ${JSON.stringify(file)} names is not there`
      : `there is no command ${JSON.stringify(file)}`;
  }
  if (error.code === 'EACCES') return `no permission to run ${JSON.stringify(file)}`;
  return `cannot start ${JSON.stringify(file)}: ${error.message}`;
}
