import type { Finding, Severity } from './finding.ts';
import { rules } from './rules.ts';

const severityRank: Readonly<Record<Severity, number>> = { violation: 0, warning: 1, note: 2 };
const ruleRank: ReadonlyMap<string, number> = new Map(rules.map(({ id }, index) => [id, index]));

/**
 * Findings with the weightiest first: violations before warnings, and of each the rule that stands
 * first in the list of rules, where what safety is about comes before its forewarnings. Findings of
 * equal weight stay in the order in which they were made.
 */
export function orderFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) => severityRank[a.severity] - severityRank[b.severity] || rankOf(a) - rankOf(b),
  );
}

function rankOf({ rule }: Finding): number {
  return ruleRank.get(rule) ?? ruleRank.size;
}
