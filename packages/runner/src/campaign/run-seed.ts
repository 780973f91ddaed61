import { createJudge, huntRules, type Rule, rules } from '@raftlens/invariants';
import { canScreen, runTrial, Screen, screenedRules } from '@raftlens/sim';
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
 * wants to see all of the run it goes fast first: where a screen can vouch for it no event is made;
 * what that doubts is run again, by the rules that can fail it and with the events that these need;
 * and what failed then once more, and every rule sees all of it.
 */
export function runSeed(run: SeedRun): SeedFailure | undefined {
  if (run.observe !== undefined) return judged(run, rules);
  if (allScreened && canScreen(run.scenario) && passesScreen(run)) return undefined;
  if (judged(run, huntRules) === undefined) return undefined;
  return judgedWhole({ ...run, tally: undefined });
}

/** A rule that nobody has taught the screen yet watches every run. */
const allScreened: boolean = huntRules.every(({ id }) => screenedRules.includes(id));

/** One for all runs of this thread, which come one after the other. */
const screen = new Screen();

/** Nothing about the run is such that a rule could be broken in it. */
function passesScreen(run: SeedRun): boolean {
  screen.beginRun();
  const halted = (): boolean => screen.doubted !== undefined;
  const result = runTrial({ ...trialOf(run), screen, halted });
  if (screen.doubted !== undefined || !result.passed) return false;
  run.tally?.noteReached(screen.reached);
  run.tally?.noteRun(result, screen.leaders);
  return true;
}

function judgedWhole(run: SeedRun): SeedFailure | undefined {
  return judged({ ...run, observe: () => {} }, rules);
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
