import { createJudge, huntRules, type Rule, rules } from '@raftlens/invariants';
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
 * It does not stop at the first broken rule: what follows from it often tells more. Where nobody
 * wants to see all of the run it goes fast first, by the rules that can fail it and with the events
 * that these need; what failed is then run again, and every rule sees all of it.
 */
export function runSeed(run: SeedRun): SeedFailure | undefined {
  if (run.observe !== undefined) return judged(run, rules);
  return judged(run, huntRules) === undefined ? undefined : judgedWhole(run);
}

function judgedWhole(run: SeedRun): SeedFailure | undefined {
  return judged({ ...run, tally: undefined, observe: () => {} }, rules);
}

function judged(run: SeedRun, by: readonly Rule[]): SeedFailure | undefined {
  const { seed, tally } = run;
  const judge = createJudge({ rules: by, alsoNeeded: tally?.needed });
  const watch = observers(judge.observe, tally?.observe, run.observe);
  // Whoever wants to see a run sees all of it; a hunt makes only the events that tell something.
  const attention = run.observe === undefined ? judge.attention : undefined;
  const result = runTrial({ ...trialOf(run), observe: Object.assign(watch, { attention }) });
  tally?.noteLeftOut(judge.attention);
  const { findings, leaders } = judge.finish();
  tally?.noteRun(result, leaders.length);
  return failureOf({ seed, findings, failed: result.failure });
}

type Observe = (event: TraceEvent, slot?: number) => void;

/** One that tells the others, in this order. */
function observers(first: Observe, ...others: readonly (Observe | undefined)[]): Observe {
  const [second, third] = others.filter((each) => each !== undefined);
  return (event, slot) => {
    first(event, slot);
    second?.(event);
    third?.(event);
  };
}
