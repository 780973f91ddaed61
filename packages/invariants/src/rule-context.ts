import type { ClusterView } from './cluster/cluster-view.ts';
import type { Report } from './finding.ts';

/** What the judge offers to a rule at work. */
export interface RuleContext {
  /** Tells a finding, at once. */
  report(report: Report): void;
  /** What the lines up to now, this one included, say of the servers. */
  readonly cluster: ClusterView;
}
