import type { Core } from '@raftlens/core';
import { type Scenario, type Strategy, type Trial, withStrategy } from '@raftlens/sim';

/** What chooses one trial among all that are possible. */
export interface TrialChoice {
  readonly scenario: Scenario;
  readonly core: Core;
  readonly seed: number;
  /** Intensities of faults by name, in place of the defaults. */
  readonly intensities?: Readonly<Record<string, number>> | undefined;
  /** How runs are chosen; chance decides where it is left out. */
  readonly strategy?: Strategy | undefined;
}

/** The trial. One for each run: what decides in place of chance is used up by one. */
export function trialOf({ scenario, core, seed, intensities, strategy }: TrialChoice): Trial {
  const chaos = intensities === undefined ? undefined : { intensities };
  const trial = { scenario, seed, core, chaos };
  return strategy === undefined ? trial : withStrategy(trial, strategy);
}
