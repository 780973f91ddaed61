import type { ClusterView } from './cluster/cluster-view.ts';
import type { Report, Suspect } from './finding.ts';

/** A report with the id of the rule that made it, as causes see it. */
export interface RuleReport extends Report {
  readonly rule: string;
}

/** A known bug: what it is, and how it shows in a trace. */
export interface Cause {
  /** kebab-case; the patch of the same name puts it into the core. */
  readonly name: string;
  readonly title: string;
  /** Proven to break neither safety nor liveness; the story says why. */
  readonly harmless: boolean;
  /** Ids of the rules whose findings it can explain. */
  readonly explains: readonly string[];
  /** What is wrong, what the paper says, what follows, and where it happened. */
  readonly story: string;
  /** What speaks for it, when it can explain `report`. */
  explain(report: RuleReport, cluster: ClusterView): Omit<Suspect, 'bug'> | undefined;
}
