import type { Analysis } from '../analysis.ts';

/** A way to tell an analysis to another program. */
export interface Report {
  /** As the user names it: `--report NAME`. */
  readonly name: string;
  readonly title: string;
  /** The whole report, its line end included. */
  render(analysis: Analysis): string;
}
