import { chaosTest } from '../chaos/run-chaos.ts';
import { labSettings } from '../lab/lab-settings.ts';
import type { Trial } from '../trial.ts';
import type { Pressure, Strategy } from './strategy.ts';

/**
 * The lab's tests have limits of their own, which a correct core must keep: messages wait no longer
 * than on a slow machine. Chaos may press harder.
 */
const labPressure: Pressure = { electionTimeoutMs: labSettings.electionTimeoutMs[1], holdMs: 40 };
const chaosPressure: Pressure = { electionTimeoutMs: 300, holdMs: 50 };

/** The same trial, with the strategy at work in it; what the trial itself demands goes first. */
export function withStrategy(trial: Trial, strategy: Strategy): Trial {
  const chaotic = trial.scenario.tests[0] === chaosTest;
  const pressure = chaotic ? chaosPressure : labPressure;
  return {
    ...trial,
    decider: trial.decider ?? strategy.decider?.(trial.seed, pressure),
    // Faults that are asked for are not for a strategy to choose.
    chaos: trial.chaos ?? (chaotic ? strategy.chaos?.(trial.seed) : undefined),
  };
}
