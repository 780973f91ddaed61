import type { CompiledCommand } from './compilation.ts';
import type { KillStep } from './kill-step.ts';
import type { OwnRuns } from './own-runs.ts';
import type { Pacing } from './pacing.ts';
import type { PassedRuns } from './passed-runs.ts';
import type { RunRecord } from './run-record.ts';
import type { RunSource } from './run-source.ts';
import type { RunTally } from './run-tally.ts';
import type { Stutter } from './start-stutter.ts';
import type { StopRules } from './stop-rules.ts';
import type { Supervisor, SupervisorOptions } from './supervisor.ts';
import type { VerdictRules } from './verdict-rules.ts';

/** Shell lines that are run around the loop and around its runs. */
export interface Hooks {
  /** Before all runs; where it fails nothing is run. */
  readonly setup: string | undefined;
  /** Before each run; where it fails the run shows nothing. */
  readonly prepare: string | undefined;
  /** After each run, with `RAFT_LOOP_VERDICT`. */
  readonly conclude: string | undefined;
  /** After all runs. */
  readonly cleanup: string | undefined;
}

/** What the command is given, beside its words. */
export interface ChildOptions {
  /** Things to be run in turn; empty for none. */
  readonly items: readonly string[];
  readonly offset: number;
  readonly countBy: number;
  /** Whether `{i}` and its like in the command stand for something. */
  readonly placeholders: boolean;
  /** Ports that each run has for itself; 0 for none. */
  readonly ports: number;
  /** Each run has a folder for temporary files, which goes when it passes. */
  readonly ownTmp: boolean;
  /** Put each run into a process namespace, out of which nothing escapes. */
  readonly isolate: 'group' | 'pidns';
  /** Keep standard error apart from standard output. */
  readonly splitOutput?: boolean | undefined;
  /** Stops each run for a while, again and again. */
  readonly stutter?: Stutter | undefined;
}

/** When a run is over its time: after so many ms, or at so much percent of the median. */
export interface TimeLimits {
  readonly hard: { readonly value: number; readonly percent: boolean } | undefined;
  readonly idleMs: number | undefined;
  readonly steps: readonly KillStep[];
}

/** How a command is to be run again and again. */
export interface LoopPlan {
  readonly stop: StopRules;
  /** What becomes of the runs beside the one that ends the loop. */
  readonly halt: 'now' | 'soon';
  readonly verdict: VerdictRules;
  readonly limits: TimeLimits;
  /** The loop ends after so long, ms. */
  readonly budgetMs: number | undefined;
  readonly pacing: Pacing;
  readonly hooks: Hooks;
  readonly child: ChildOptions;
  /** A failing run is tried so often again. */
  readonly retries: number;
  /** Before the first retry, ms; twice as long before each next one. */
  readonly retryDelayMs: number;
  readonly maxLogBytes: number;
}

/** A command to be run again and again. */
export interface LoopOptions extends OwnRuns {
  readonly command: readonly string[];
  /** What is started in its place, where it was built before. */
  readonly compiled?: CompiledCommand | undefined;
  readonly plan: LoopPlan;
  readonly firstSeed: number;
  /** Runs at a time. */
  readonly jobs: number;
  /** Where the folders of the runs and the ledger go. */
  readonly folder: string;
  /** Keep the folders of runs that passed. */
  readonly keep: boolean;
  /** Where the runs come from that are shared with other machines. */
  readonly source?: RunSource | undefined;
  /** Has the runs that were made before; `onRun` adds the others. */
  readonly tally: RunTally;
  /** Keeps the logs of the runs that passed last. */
  readonly passed?: PassedRuns | undefined;
  /** Aborts with the name of a signal as its reason, which is passed on. */
  readonly signal: AbortSignal;
  /** Makes the supervisor; of processes, where it is left out. */
  readonly supervise?: ((options: SupervisorOptions) => Supervisor) | undefined;
  readonly append: (record: RunRecord) => void;
  readonly onRun: (record: RunRecord) => void;
  /** Which rule the logs of a run break; asked of failing runs and, where wanted, of all. */
  readonly brokenRule?: ((log: string) => Promise<string | undefined>) | undefined;
  /** Ask of passing runs too: one that breaks a rule fails. */
  readonly inspectPasses?: boolean | undefined;
  /** Signatures of failures that were made before. */
  readonly causes?: readonly string[] | undefined;
  /** Told where the output of each run is, before it is removed. */
  readonly onLog?: ((path: string) => void) | undefined;
  /** Told once, before the first run: to be asked about, paused and hurried. */
  readonly onStart?: ((controls: LoopControls) => void) | undefined;
}

/** What can be done to a loop that is at work. */
export interface LoopControls {
  readonly supervisor: Pick<Supervisor, 'active' | 'now' | 'suspend' | 'resume'>;
  /** Starts no other run until `resume`. */
  pause(): void;
  resume(): void;
  readonly paused: boolean;
  /** Ends the loop: with the runs that are at work, or at once. */
  finish(halt: 'now' | 'soon'): void;
}
