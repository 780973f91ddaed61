import type { Finding } from '@raftlens/invariants';

/**
 * A finding proves nothing in a file in which the same server speaks from two places: such a file
 * is of two clusters with servers of the same names, and one line may be of either.
 */
export function weighMixed(finding: Finding, isMixed: (file: string) => boolean): Finding {
  const { severity, evidence, message } = finding;
  if (severity !== 'violation' || evidence.length < 2) return finding;
  if (!evidence.some(({ at }) => at !== undefined && isMixed(at.file))) return finding;
  const doubt = 'unless these lines are of two clusters: one server speaks from two places here';
  return {
    ...finding,
    verdict: 'suspicious',
    severity: 'warning',
    message: `${message}, ${doubt}`,
  };
}
