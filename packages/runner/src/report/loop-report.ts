import type { ExportCounts } from '@raftlens/telemetry';
import type { Touched } from '../campaign/campaign-tally.ts';
import type { CommandSummary } from './command-summary.ts';
import type { FailureReport } from './failure-report.ts';

/** What a whole campaign or loop came to. */
export interface LoopReport {
  /** What was run, in words. */
  readonly what: string;
  readonly runs: number;
  /** Of intervals, 0 to 1; 0.95 where it is left out. */
  readonly confidence?: number | undefined;
  /** Failing runs, also those of which no report was made. */
  readonly failed: number;
  readonly elapsedMs: number;
  readonly failures: readonly FailureReport[];
  /** The folder with the logs of all failing runs, where they are more than can be shown. */
  readonly folder: string | undefined;
  /** What simulated runs touched, where it depends on nothing but the campaign. */
  readonly touched: Touched | undefined;
  /** Where every run within bounds was searched instead of some being drawn. */
  readonly explored?:
    | { readonly states: number; readonly depth: number; readonly complete: boolean }
    | undefined;
  /** What a looped command came to; undefined for a simulation. */
  readonly command?: CommandSummary | undefined;
  readonly spans: ExportCounts | undefined;
  readonly interrupted: boolean;
}
