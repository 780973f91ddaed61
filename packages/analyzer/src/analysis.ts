import type { Coverage, Finding, LeaderSpan, NodeSummary } from '@raftlens/invariants';
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
  /** Violations first, then in the order they were found. */
  readonly findings: readonly Finding[];
  readonly coverage: readonly Coverage[];
  /** Stopped before the end of its input; what is here covers what was read. */
  readonly interrupted: boolean;
}
