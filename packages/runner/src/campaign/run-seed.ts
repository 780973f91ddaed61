import type { Core } from '@raftlens/core';
import { createJudge } from '@raftlens/invariants';
import { runTrial, type Scenario, type Strategy, type Trial, withStrategy } from '@raftlens/sim';
import type { TraceEvent } from '@raftlens/trace';
import type { CampaignTally } from './campaign-tally.ts';
import { chiefFinding } from './chief-finding.ts';
import type { SeedFailure } from './seed-failure.ts';

/** One run: what is run, and from which seed. */
export interface SeedRun {
  readonly scenario: Scenario;
  readonly core: Core;
  readonly seed: number;
  /** Intensities of faults by name, in place of the defaults. */
  readonly intensities?: Readonly<Record<string, number>> | undefined;
  /** How runs are chosen; chance decides where it is left out. */
  readonly strategy?: Strategy | undefined;
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
  const { scenario, core, seed, intensities, strategy, tally } = run;
  const judge = createJudge();
  const observers = [judge.observe, tally?.observe, run.observe].filter(
    (each) => each !== undefined,
  );
  const trial: Trial = {
    scenario,
    seed,
    core,
    observe: all(observers),
    chaos: intensities === undefined ? undefined : { intensities },
  };
  const result = runTrial(strategy === undefined ? trial : withStrategy(trial, strategy));
  const { findings, leaders } = judge.finish();
  tally?.noteRun(result, leaders.length);
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
