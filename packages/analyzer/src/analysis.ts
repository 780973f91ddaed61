import type { Finding, LeaderSpan, NodeSummary } from '@raftlens/invariants';
import type { RuleCoverage } from './decide/cover-formats.ts';
import type { ClockOffset } from './input/clock-skew.ts';
import type { FileReport, LineCounts } from './input/file-report.ts';

/** What one pass over one or more logs told. */
export interface Analysis {
  /** In the order given, each file once. */
  readonly files: readonly FileReport[];
  /** The format of all recognised files, several joined by `+`; `unknown` where there is none. */
  readonly format: string;
  readonly nodes: readonly NodeSummary[];
  readonly counts: LineCounts;
  readonly leaders: readonly LeaderSpan[];
  /** The weightiest first: violations, and of these safety before its forewarnings. */
  readonly findings: readonly Finding[];
  /** Findings beyond the first thousand are only counted. */
  readonly findingsLeftOut: number;
  readonly coverage: readonly RuleCoverage[];
  /** Lines that the servers' own counters show to be missing or out of place. */
  readonly sequence: { readonly lost: number; readonly disordered: number };
  /** How the clocks of servers differ, where several files tell of what one does to another. */
  readonly clocks: readonly ClockOffset[];
  /** Stopped before the end of its input; what is here covers what was read. */
  readonly interrupted: boolean;
}
