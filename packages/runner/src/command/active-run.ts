import type { ChildProcess } from 'node:child_process';
import type { BoundedLog } from './bounded-log.ts';
import type { CommandOutcome } from './command-run.ts';
import { killGroup } from './kill-group.ts';
import type { KillStep } from './kill-step.ts';
import { processTable } from './process-table.ts';

/** What an active run needs to be watched. */
export interface ActiveRunOptions {
  readonly index: number;
  readonly child: ChildProcess;
  /** What it writes to. */
  readonly logs: readonly BoundedLog[];
  readonly logPath: string;
  /** On the clock of the supervisor, ms. */
  readonly startedAt: number;
  readonly timeoutMs: number | undefined;
  readonly idleMs: number | undefined;
  readonly timeoutSteps: readonly KillStep[];
  /** The clock of the supervisor. */
  readonly now: () => number;
}

/** A command that runs now. */
export interface ActiveRun {
  readonly index: number;
  readonly logPath: string;
  readonly startedAt: number;
  /** Why we are ending it, if we are. */
  readonly ending: CommandOutcome | undefined;
  readonly usage: { readonly rss: number; readonly cpu: number } | undefined;
  /** Looks at its time, its log and its memory. */
  tick(now: number): void;
  /** Ends it, one signal after the other. */
  end(why: CommandOutcome, steps: readonly KillStep[], now: number): void;
  /** It is over: looks at nothing any more. */
  close(): void;
  /** Sends a signal to its group. */
  signal(name: NodeJS.Signals): void;
}

/** Memory and time are looked at no more often than this, ms. */
const usageEveryMs = 500;

/** A longer one would fire at once, ms. */
const longestTimer = 2 ** 31 - 1;

/** Watches a command that was just started. */
export function watchRun(options: ActiveRunOptions): ActiveRun {
  const { child, logs, startedAt, timeoutMs, idleMs } = options;
  let ending: CommandOutcome | undefined;
  let steps: readonly KillStep[] = [];
  let nextStepAt = 0;
  let size = 0;
  let grewAt = startedAt;
  let usage: ActiveRun['usage'];
  let usageAt = startedAt;
  let alarm: NodeJS.Timeout | undefined;

  const step = (now: number): void => {
    const [next, ...rest] = steps;
    if (next === undefined) return;
    steps = rest;
    nextStepAt = now + next.waitMs;
    wake(next.waitMs);
    killGroup(child.pid, next.signal);
    // Whoever is stopped cannot act on a signal.
    if (next.signal !== 'SIGKILL') killGroup(child.pid, 'SIGCONT');
  };
  const end = (why: CommandOutcome, with_: readonly KillStep[], now: number): void => {
    ending ??= why;
    steps = with_;
    step(now);
  };
  const isIdle = (now: number): boolean => {
    if (idleMs === undefined) return false;
    const written = logs.reduce((sum, log) => sum + log.size(), 0);
    if (written !== size) [size, grewAt] = [written, now];
    return now - grewAt >= idleMs;
  };

  const tick = (now: number): void => {
    for (const log of logs) log.cut();
    if (now >= usageAt && child.pid !== undefined) {
      usage = processTable.usageOf(child.pid) ?? usage;
      usageAt = now + usageEveryMs;
    }
    if (ending !== undefined) {
      if (now >= nextStepAt) step(now);
    } else if (timeoutMs !== undefined && now - startedAt >= timeoutMs) {
      end({ kind: 'timed-out', afterMs: timeoutMs }, options.timeoutSteps, now);
    } else if (isIdle(now)) {
      end({ kind: 'timed-out', afterMs: idleMs ?? 0, idle: true }, options.timeoutSteps, now);
    }
  };
  // What is due is done to the millisecond; should the clock stand still, the next tick does it.
  const wake = (inMs: number): void => {
    clearTimeout(alarm);
    alarm = setTimeout(() => tick(options.now()), Math.min(inMs, longestTimer));
  };
  if (timeoutMs !== undefined) wake(timeoutMs);

  return {
    index: options.index,
    logPath: options.logPath,
    startedAt,
    get ending() {
      return ending;
    },
    get usage() {
      return usage;
    },
    tick,
    end,
    close: () => clearTimeout(alarm),
    signal: (name) => killGroup(child.pid, name),
  };
}
