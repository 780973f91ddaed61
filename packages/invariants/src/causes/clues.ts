import type { RuleReport } from '../cause.ts';
import type { ClusterView } from '../cluster/cluster-view.ts';
import type { Suspect } from '../finding.ts';

/** What the lines of a report look like. */
export type Shape = (report: RuleReport, cluster: ClusterView) => boolean;

/** One way in which a bug shows: by a rule, and by the shape of what proves it. */
export interface Clue {
  readonly rule: string;
  /** Left out, every report of the rule will do, and the confidence is low. */
  readonly when?: Shape;
  readonly confidence: number;
  readonly why: string;
}

/** The strongest of the clues that fit a report. */
export function followClues(
  clues: readonly Clue[],
  report: RuleReport,
  cluster: ClusterView,
): Omit<Suspect, 'bug'> | undefined {
  let best: Clue | undefined;
  for (const clue of clues) {
    if (clue.rule !== report.rule) continue;
    if (best !== undefined && best.confidence >= clue.confidence) continue;
    if (clue.when === undefined || clue.when(report, cluster)) best = clue;
  }
  return best === undefined ? undefined : { confidence: best.confidence, why: best.why };
}
