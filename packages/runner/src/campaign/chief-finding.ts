import { type Finding, orderFindings } from '@raftlens/invariants';

/** What a test says of itself; a run that only its test failed breaks no rule that is known. */
const testersWord = 'test-failed';

/** The finding that names a failed run: the weightiest one. A note names nothing. */
export function chiefFinding(findings: readonly Finding[]): Finding | undefined {
  return orderFindings(findings).find(
    ({ severity, rule }) => severity !== 'note' && rule !== testersWord,
  );
}
