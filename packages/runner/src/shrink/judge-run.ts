import { createJudge } from '@raftlens/invariants';
import type { TraceEvent } from '@raftlens/trace';
import { failureOf } from '../campaign/failure-of.ts';
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
      return failureOf({ seed, findings, failed, preferred });
    },
  };
}
