import { type Finding, orderFindings } from '@raftlens/invariants';

/** The finding that names a failed run: the weightiest one. A note names nothing. */
export function chiefFinding(findings: readonly Finding[]): Finding | undefined {
  return orderFindings(findings).find(({ severity }) => severity !== 'note');
}
