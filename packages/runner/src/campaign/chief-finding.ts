import { type Finding, rules } from '@raftlens/invariants';

const rank: ReadonlyMap<string, number> = new Map(rules.map(({ id }, index) => [id, index]));

/**
 * The finding that names a failed run: the violation whose rule stands first in the list of rules,
 * where safety comes before its forewarnings. With no violation, the first warning of a run whose
 * test failed.
 */
export function chiefFinding(findings: readonly Finding[]): Finding | undefined {
  const order = (finding: Finding): number =>
    (finding.severity === 'violation' ? 0 : rank.size) + (rank.get(finding.rule) ?? rank.size);
  return findings.toSorted((a, b) => order(a) - order(b))[0];
}
