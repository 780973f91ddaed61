import { createJudge, type Finding } from '@raftlens/invariants';
import type { TraceEvent } from '@raftlens/trace';
import { chiefFinding } from '../campaign/chief-finding.ts';
import type { SeedFailure } from '../campaign/seed-failure.ts';

/** Judges one run by every rule, and notes what its test saw. */
export interface RunJudge {
  observe(event: TraceEvent): void;
  /**
   * What was wrong, once the run is over; `preferred` names it where it is among the rules broken.
   */
  finish(seed: number, preferred?: string): SeedFailure | undefined;
  /** What the test saw last, such as `no-leader`; undefined when it saw nothing wrong. */
  fact(): string | undefined;
}

/** A judge for one run. */
export function judgeRun(): RunJudge {
  const judge = createJudge();
  let fact: string | undefined;
  let failed: { readonly test: string; readonly message: string } | undefined;
  return {
    observe(event) {
      if (event.event === 'test.observed') fact = event.fact;
      if (event.event === 'test.failed') {
        failed = { test: event.test, message: event.message ?? 'the test failed' };
      }
      judge.observe(event);
    },
    fact: () => fact,
    finish(seed, preferred) {
      const { findings } = judge.finish();
      const violated = findings.some(({ severity }) => severity === 'violation');
      if (!violated && failed === undefined) return undefined;
      const chief = named(findings, preferred) ?? chiefFinding(findings);
      return {
        seed,
        rule: chief?.rule,
        term: chief?.term,
        nodes: chief?.nodes ?? [],
        message: chief?.message ?? failed?.message ?? 'the test failed',
        test: failed?.test,
      };
    },
  };
}

function named(findings: readonly Finding[], rule: string | undefined): Finding | undefined {
  return findings.find((each) => each.rule === rule && each.severity !== 'note');
}
