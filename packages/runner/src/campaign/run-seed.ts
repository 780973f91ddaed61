import type { Core } from '@raftlens/core';
import { createJudge } from '@raftlens/invariants';
import { runTrial, type Scenario } from '@raftlens/sim';
import type { TraceEvent } from '@raftlens/trace';
import { chiefFinding } from './chief-finding.ts';
import type { SeedFailure } from './seed-failure.ts';

/** One run: what is run, and from which seed. */
export interface SeedRun {
  readonly scenario: Scenario;
  readonly core: Core;
  readonly seed: number;
  /** Sees every event too, after the rules. */
  readonly observe?: ((event: TraceEvent) => void) | undefined;
}

/**
 * Runs one seed to its end with every rule watching; undefined when nothing is wrong.
 *
 * It does not stop at the first broken rule: what follows from it often tells more.
 */
export function runSeed({ scenario, core, seed, observe }: SeedRun): SeedFailure | undefined {
  const judge = createJudge();
  const result = runTrial({
    scenario,
    seed,
    core,
    observe:
      observe === undefined
        ? judge.observe
        : (event) => {
            judge.observe(event);
            observe(event);
          },
  });
  const { findings } = judge.finish();
  const violated = findings.some(({ severity }) => severity === 'violation');
  if (!violated && result.passed) return undefined;
  const chief = chiefFinding(findings);
  return {
    seed,
    rule: chief?.rule,
    term: chief?.term,
    nodes: chief?.nodes ?? [],
    message: chief?.message ?? result.failure?.message ?? 'the test failed',
    test: result.failure?.test,
  };
}
