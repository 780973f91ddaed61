import type { Report } from './finding.ts';

/** What the judge offers to a rule at work. */
export interface RuleContext {
  /** Tells a finding, at once. */
  report(report: Report): void;
  /**
   * The cluster's longest election timeout in ms, as declared in `trace.started` or learned from
   * timers and elections seen so far; undefined while there is nothing to learn it from.
   */
  electionTimeoutMs(): number | undefined;
}
