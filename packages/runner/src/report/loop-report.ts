import type { ExportCounts } from '@raftlens/telemetry';
import type { FailureReport } from './failure-report.ts';

/** What a whole campaign or loop came to. */
export interface LoopReport {
  /** What was run, in words. */
  readonly what: string;
  readonly runs: number;
  /** Failing runs, also those of which no report was made. */
  readonly failed: number;
  readonly elapsedMs: number;
  readonly failures: readonly FailureReport[];
  readonly spans: ExportCounts | undefined;
  readonly interrupted: boolean;
}
