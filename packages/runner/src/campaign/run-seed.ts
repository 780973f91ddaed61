import { createJudge } from '@raftlens/invariants';
import { runTrial } from '@raftlens/sim';
import type { TraceEvent } from '@raftlens/trace';
import type { CampaignTally } from './campaign-tally.ts';
import { failureOf } from './failure-of.ts';
import type { SeedFailure } from './seed-failure.ts';
import { type TrialChoice, trialOf } from './trial-of.ts';

/** One run: what is run, and from which seed. */
export interface SeedRun extends TrialChoice {
  /** Sees every event too, after the rules. */
  readonly observe?: ((event: TraceEvent) => void) | undefined;
  /** Counts what the run touches. */
  readonly tally?: CampaignTally | undefined;
}

/**
 * Runs one seed to its end with every rule watching; undefined when nothing is wrong.
 *
 * It does not stop at the first broken rule: what follows from it often tells more.
 */
export function runSeed(run: SeedRun): SeedFailure | undefined {
  const { seed, tally } = run;
  const judge = createJudge();
  const observers = [judge.observe, tally?.observe, run.observe].filter(
    (each) => each !== undefined,
  );
  const result = runTrial({ ...trialOf(run), observe: all(observers) });
  const { findings, leaders } = judge.finish();
  tally?.noteRun(result, leaders.length);
  return failureOf({ seed, findings, failed: result.failure });
}

type Observe = (event: TraceEvent) => void;

function all(observers: readonly Observe[]): Observe {
  const [first, second, third] = observers;
  if (first === undefined) return () => {};
  if (second === undefined) return first;
  return (event) => {
    first(event);
    second(event);
    third?.(event);
  };
}
