import { loadCore } from '@raftlens/bugs';
import type { Core } from '@raftlens/core';
import { type Capsule, recordCapsule, runTrial, shrink, sizeOfCapsule } from '@raftlens/sim';
import { scenarioCalled } from '../campaign/scenario-called.ts';
import { strategyCalled } from '../campaign/strategy-called.ts';
import { type TrialChoice, trialOf } from '../campaign/trial-of.ts';
import type { WorkerTask } from '../campaign/worker-messages.ts';
import { judgeRun } from './judge-run.ts';
import { watchFor } from './watch-for.ts';

/** A failing run that is to be shrunk: the task that it came from, and its seed. */
export interface FailingRun extends WorkerTask {
  readonly seed: number;
  /** The rule to go on breaking; the chief one of the run, or what its test saw, if left out. */
  readonly rule?: string | undefined;
  /** The search ends after so long with the best so far, ms. */
  readonly budgetMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** How large something that fails is. */
export interface FailureSize {
  /** Faults and operations. */
  readonly parts: number;
  /** Deliveries and timers that are not the benign default. */
  readonly decisions: number;
  readonly servers: number;
}

/** A capsule with more decisions, such as that of a storm of messages, shows nobody anything. */
const decisionsMax = 20_000;

/** A failing run made small. */
export interface ShrunkFailure {
  readonly capsule: Capsule;
  readonly before: FailureSize;
  readonly after: FailureSize;
  /** Runs that it took. */
  readonly attempts: number;
  readonly elapsedMs: number;
  /** False when time or steps ran out first: it might be made smaller still. */
  readonly finished: boolean;
}

/**
 * Makes the run again, keeps it as a capsule and shrinks that, always for the same rule. Undefined
 * where the run does not fail, and where no capsule can hold its failure: what a test of the lab
 * counts or measures, for example, needs that test.
 *
 * Within its budget the same failure always gives the same capsule.
 */
export async function shrinkFailure(run: FailingRun): Promise<ShrunkFailure | undefined> {
  const began = performance.now();
  const { bug, budgetMs, signal } = run;
  const core = await loadCore(bug);
  const choice = choiceOf(run, core);
  const breaks = run.rule ?? whatBreaks(choice);
  if (breaks === undefined) return undefined;
  const watch = watchFor(breaks);
  const capsule = recordCapsule({ trial: trialOf(choice), bug, breaks, watch });
  if (capsule === undefined || !watch.shown()) return undefined;
  const untilMs = performance.now() + budgetMs;
  const expired = (): boolean => signal?.aborted === true || performance.now() > untilMs;
  const shrunk = shrink({ capsule, core, expired, watch: () => watchFor(breaks) });
  if (!shrunk.reproduced || shrunk.capsule.decisions.length > decisionsMax) return undefined;
  return {
    capsule: shrunk.capsule,
    before: sizeOf(capsule),
    after: sizeOf(shrunk.capsule),
    attempts: shrunk.attempts,
    elapsedMs: Math.round(performance.now() - began),
    finished: shrunk.finished,
  };
}

function choiceOf(
  { scenario: name, seed, intensities, strategy }: FailingRun,
  core: Core,
): TrialChoice {
  const scenario = scenarioCalled(name);
  return { scenario, seed, core, intensities, strategy: strategyCalled(strategy) };
}

/** What names the failure of a run: the chief rule that it breaks, else what its test saw. */
function whatBreaks(choice: TrialChoice): string | undefined {
  const judge = judgeRun();
  runTrial({ ...trialOf(choice), observe: judge.observe });
  const failure = judge.finish(choice.seed);
  return failure === undefined ? undefined : (failure.rule ?? judge.fact());
}

function sizeOf(capsule: Capsule): FailureSize {
  const { decisions, cluster } = capsule;
  return { parts: sizeOfCapsule(capsule), decisions: decisions.length, servers: cluster.size };
}
