import type { Coverage } from './coverage.ts';
import type { Finding } from './finding.ts';
import type { LeaderSpan } from './leader-span.ts';
import type { NodeSummary } from './node-summary.ts';

/** What a judge found. */
export interface Judgement {
  readonly findings: readonly Finding[];
  /** How many findings were left out because there were too many. */
  readonly findingsLeftOut: number;
  readonly coverage: readonly Coverage[];
  readonly leaders: readonly LeaderSpan[];
  readonly nodes: readonly NodeSummary[];
  /** Lines that the servers' own counters show to be missing or out of place. */
  readonly sequence: { readonly lost: number; readonly disordered: number };
}
