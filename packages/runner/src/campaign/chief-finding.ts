import { type Finding, orderFindings } from '@raftlens/invariants';

/** The finding that names a failed run: the weightiest one. */
export function chiefFinding(findings: readonly Finding[]): Finding | undefined {
  return orderFindings(findings)[0];
}
