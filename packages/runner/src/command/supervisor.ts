import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { type ActiveRun, watchRun } from './active-run.ts';
import { type BoundedLog, openBoundedLog } from './bounded-log.ts';
import type { CommandOutcome, CommandRun } from './command-run.ts';
import { type KillStep, putBackSteps, stopSteps } from './kill-step.ts';
import { createPausableClock, type PausableClock } from './pausable-clock.ts';
import { createSweep, type Sweep } from './sweep.ts';

/** What all runs of a supervisor have in common. */
export interface SupervisorOptions {
  /** Tells this loop from every other on the machine; goes into the environment of its runs. */
  readonly campaign: string;
  readonly maxLogBytes?: number | undefined;
  readonly idleMs?: number | undefined;
  readonly timeoutSteps: readonly KillStep[];
  /** How long what a run leaves behind may take to end by itself, ms. */
  readonly drainMs?: number | undefined;
}

/** One run: what to start, and where. */
export interface RunSpec {
  readonly command: readonly string[];
  readonly index: number;
  readonly seed: number;
  /** Its own folder, made here. */
  readonly folder: string;
  readonly cwd?: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs: number | undefined;
  /** What its log is called, if not `output.log`. */
  readonly logName?: string | undefined;
  /** Its standard error goes to `error.log`. */
  readonly splitOutput?: boolean | undefined;
  /** What it leaves running may go on until all is over. */
  readonly lasting?: boolean | undefined;
}

/** Runs commands, each in a process group of its own, and sees to it that nothing outlives them. */
export interface Supervisor {
  /** Runs a command once. */
  run(spec: RunSpec): Promise<CommandRun>;
  /** What runs now, the oldest first. */
  active(): readonly ActiveRun[];
  /**
   * Asks all that run to end, with this signal, and starts no more; they are killed if they do not.
   */
  stop(signal: NodeJS.Signals): void;
  /**
   * Ends the run that was started last, for the sake of the others: not the only one, and none
   * while another is being ended, which may be enough.
   */
  putBackYoungest(): void;
  /** Kills all that run, at once. */
  kill(): void;
  /** Stops the time of all that run, and them; until `resume`. */
  suspend(): void;
  resume(): void;
  /** The time of the runs, without that in which they were suspended; ms. */
  now(): number;
  /** All runs are over: ends whatever escaped, and gives it by its arguments. */
  close(): Promise<readonly string[]>;
}

/** How often timeouts, logs and signals are looked after, ms. */
const tickMs = 50;
/** A little longer than a program takes that is about to end anyway, ms. */
const usualDrainMs = 200;

/**
 * Makes a supervisor.
 *
 * The output of a run never passes through this process: the command writes to a file by itself,
 * both streams in the order in which it writes them. So it is the end of the leader that ends a
 * run, and not that of whoever else may hold a pipe.
 */
export function createSupervisor(options: SupervisorOptions): Supervisor {
  const clock = createPausableClock();
  const shared: Shared = {
    options,
    clock,
    sweep: createSweep(`RAFT_LOOP_RUN=${options.campaign}.`),
    active: new Map(),
    stopped: false,
  };
  const { active, sweep } = shared;
  let ticker: NodeJS.Timeout | undefined;

  const tick = (): void => {
    const now = clock.now();
    for (const run of active.values()) run.tick(now);
  };
  const endAll = (steps: readonly KillStep[]): void => {
    shared.stopped = true;
    const now = clock.now();
    for (const run of active.values()) run.end({ kind: 'aborted' }, steps, now);
  };
  // Also when this process is told twice to end, no command outlives it.
  const killAll = (): void => {
    for (const run of active.values()) run.signal('SIGKILL');
  };
  process.on('exit', killAll);

  return {
    run(spec) {
      ticker ??= setInterval(tick, tickMs);
      return supervise(shared, spec);
    },
    active: () => [...active.values()],
    stop: (signal) => endAll(stopSteps(signal)),
    putBackYoungest() {
      const runs = [...active.values()];
      if (runs.length < 2 || runs.some(({ ending }) => ending !== undefined)) return;
      runs.at(-1)?.end({ kind: 'put-back' }, putBackSteps, clock.now());
    },
    kill: () => endAll([{ signal: 'SIGKILL', waitMs: 0 }]),
    suspend() {
      clock.pause();
      for (const run of active.values()) run.signal('SIGSTOP');
    },
    resume() {
      for (const run of active.values()) run.signal('SIGCONT');
      clock.resume();
    },
    now: clock.now,
    async close() {
      clearInterval(ticker);
      process.removeListener('exit', killAll);
      return sweep.all();
    },
  };
}

interface Shared {
  readonly options: SupervisorOptions;
  readonly clock: PausableClock;
  readonly sweep: Sweep;
  /** By their leaders, the oldest first. */
  readonly active: Map<number, ActiveRun>;
  /** Nothing is started any more. */
  stopped: boolean;
}

/** Runs a command from its start until nothing of it is left. */
async function supervise(shared: Shared, spec: RunSpec): Promise<CommandRun> {
  const { options, clock, sweep, active } = shared;
  const logPath = join(spec.folder, spec.logName ?? 'output.log');
  const log = openLog(spec.folder, logPath, options.maxLogBytes);
  const errorPath = spec.splitOutput === true ? join(spec.folder, 'error.log') : undefined;
  const errors =
    errorPath === undefined ? undefined : openBoundedLog(errorPath, options.maxLogBytes);
  const [startedAt, started] = [clock.now(), Date.now()];
  let watched: ActiveRun | undefined;
  let leader: number | undefined;
  try {
    const outcome = await new Promise<CommandOutcome>((resolve) => {
      if (shared.stopped && spec.lasting !== true) return resolve({ kind: 'aborted' });
      const child = spawnRun(spec, [log.fd, errors?.fd ?? log.fd], resolve);
      if (child?.pid === undefined) return;
      leader = child.pid;
      watched = watchRun({
        ...{ index: spec.index, child, logPath, startedAt },
        logs: errors === undefined ? [log] : [log, errors],
        ...{ timeoutMs: spec.timeoutMs, idleMs: options.idleMs },
        ...{ timeoutSteps: options.timeoutSteps, now: clock.now },
      });
      active.set(leader, watched);
    });
    const elapsedMs = clock.now() - startedAt;
    const ending = watched?.ending;
    const patience = ending === undefined ? (options.drainMs ?? usualDrainMs) : 0;
    const left =
      leader === undefined || spec.lasting === true
        ? []
        : await sweep.afterRun(leader, spec.index, patience);
    return {
      ...{ index: spec.index, seed: spec.seed, folder: spec.folder, log: logPath },
      errorLog: errorPath,
      outcome: ending ?? outcome,
      startedAt: started,
      elapsedMs: Math.round(elapsedMs * 10) / 10,
      rss: watched?.usage?.rss,
      cpu: watched?.usage?.cpu,
      dropped: log.finish() + (errors?.finish() ?? 0),
      survivors: ending === undefined ? left : [],
    };
  } finally {
    log.finish();
    errors?.finish();
    watched?.close();
    if (leader !== undefined) active.delete(leader);
  }
}

/** Opens the log of a run. Its folder is nearly always there: asking each time is slow. */
function openLog(folder: string, path: string, max: number | undefined): BoundedLog {
  try {
    return openBoundedLog(path, max);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(folder, { recursive: true });
    return openBoundedLog(path, max);
  }
}

/** Starts the command of a run; `ended` is called once, also when it cannot be started. */
function spawnRun(
  { command, cwd, environment }: RunSpec,
  [output, errors]: readonly [output: number, errors: number],
  ended: (outcome: CommandOutcome) => void,
): ReturnType<typeof spawn> | undefined {
  const [file = '', ...args] = command;
  const unstartable = (error: NodeJS.ErrnoException): void => {
    // A machine that has no room for one more process now may have some in a while.
    const passing = /^(EAGAIN|EMFILE|ENFILE|ENOMEM|ETXTBSY)$/.test(error.code ?? '');
    ended({ kind: 'unstartable', message: startProblem(file, error), passing });
  };
  try {
    const child = spawn(file, args, {
      stdio: ['ignore', output, errors],
      detached: process.platform !== 'win32',
      env: environment,
      cwd,
    });
    child.once('error', unstartable);
    child.once('exit', (code, killedBy) => {
      // Not at once: the next run would start within the round in which libuv looks for children
      // that have ended. It may have ended before that is over, as another one of those beside it,
      // and so on: no timer and no signal would have its turn, and nothing would be freed.
      setImmediate(() => {
        if (killedBy !== null) ended({ kind: 'killed', signal: killedBy });
        else ended(code === 0 ? { kind: 'passed' } : { kind: 'exited', code: code ?? 1 });
      });
    });
    return child;
  } catch (error) {
    // Arguments that no system takes, such as one with a NUL; some failures of the system too.
    if (error instanceof Error) unstartable(error);
    else throw error;
    return undefined;
  }
}

function startProblem(file: string, error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') {
    return file.includes('/') && existsSync(file)
      ? `what the first line of ${JSON.stringify(file)} names is not there`
      : `there is no command ${JSON.stringify(file)}`;
  }
  if (error.code === 'EACCES') return `no permission to run ${JSON.stringify(file)}`;
  if (error.code === 'E2BIG') return `the arguments and the environment of ${file} are too long`;
  return `cannot start ${JSON.stringify(file)}: ${error.message}`;
}
