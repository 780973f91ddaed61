import type { Finding } from '@raftlens/invariants';
import { chiefFinding } from './chief-finding.ts';
import type { SeedFailure } from './seed-failure.ts';

/** What is known of a run when it is over. */
export interface JudgedRun {
  readonly seed: number;
  readonly findings: readonly Finding[];
  /** What the test's own checks found wrong, if anything. */
  readonly failed: { readonly test: string; readonly message: string } | undefined;
  /** The rule that names the failure where it is among those broken. */
  readonly preferred?: string | undefined;
}

/** What was wrong with a run; undefined when no rule is violated and its test passed. */
export function failureOf(run: JudgedRun): SeedFailure | undefined {
  const { seed, findings, failed, preferred } = run;
  const violated = findings.some(({ severity }) => severity === 'violation');
  if (!violated && failed === undefined) return undefined;
  const named = findings.find((each) => each.rule === preferred && each.severity !== 'note');
  const chief = named ?? chiefFinding(findings);
  return {
    seed,
    rule: chief?.rule,
    term: chief?.term,
    nodes: chief?.nodes ?? [],
    message: chief?.message ?? failed?.message ?? 'the test failed',
    test: failed?.test,
  };
}
