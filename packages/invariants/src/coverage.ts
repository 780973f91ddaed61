import type { Verdict } from './finding.ts';

/** What is known of one rule over a whole trace. */
export interface Coverage {
  readonly rule: string;
  readonly verdict: Verdict;
  /** What the rule reads, as `event` or `event.field`. */
  readonly needs: readonly string[];
  /** For `unknown`: what was not in the trace, in words. */
  readonly missing?: string | undefined;
}
