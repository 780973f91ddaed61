import type { Analysis, NearestRun } from '@raftlens/analyzer';
import type { CoreChange } from '@raftlens/bugs';
import type { LogTail } from '../command/log-tail.ts';
import type { Reproduction } from '../reproduce.ts';

/** A failing run as it is reported. */
export interface FailureReport {
  /** 1-based. */
  readonly run: number;
  readonly seed: number;
  /** Undefined for a command. */
  readonly scenario: string | undefined;
  readonly bug: string | undefined;
  readonly rule: string | undefined;
  readonly term: number | undefined;
  readonly nodes: readonly string[];
  /** What contradicts what, the test's own words, or how the command ended. */
  readonly message: string;
  /** The output of the command. */
  readonly log: string | undefined;
  /** Its end, where the log itself breaks no rule that would explain the failure. */
  readonly tail: LogTail | undefined;
  /** The trace of the simulation. */
  readonly trace: string | undefined;
  /** Where the core that ran is not the agreed one. */
  readonly core?: readonly CoreChange[] | undefined;
  /** The failure made small, in a file of its own; undefined where it was not, or could not be. */
  readonly capsule: CapsuleReport | undefined;
  /** A script that makes the run of a command again without this program. */
  readonly script?: string | undefined;
  /** How often that fails, where it was measured. */
  readonly reproduced?: Reproduction | undefined;
  /** The passing run that it goes along with for the longest time, and where they part. */
  readonly twin?: NearestRun | undefined;
  /** What failed, free of what differs from run to run; undefined for a simulation. */
  readonly signature?: string | undefined;
  /** One command that makes the run again. */
  readonly replay: string;
  /** What the analyzer says; undefined where it was not asked. */
  readonly analysis: Analysis | undefined;
}

/** A failing run made small. */
export interface CapsuleReport {
  readonly file: string;
  /** Faults and operations that are left. */
  readonly parts: number;
  /** Deliveries and timers that are left. */
  readonly decisions: number;
  readonly servers: number;
  /** One command that runs it. */
  readonly replay: string;
}
