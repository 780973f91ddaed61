import { drawSettings } from '../chaos/chaos-settings.ts';
import { type ChaosOptions, chaosTest } from '../chaos/run-chaos.ts';
import { labSettings } from '../lab/lab-settings.ts';
import type { Trial } from '../trial.ts';
import type { Pressure, Strategy } from './strategy.ts';

/** The lab's tests have limits of their own, which a correct core must keep under pressure too. */
const labHoldMs = 40;
/** Chaos may press harder: so long, as a share of the shortest election timeout. */
const chaosHold = 0.4;

/** The same trial, with the strategy at work in it; what the trial itself demands goes first. */
export function withStrategy(trial: Trial, strategy: Strategy): Trial {
  const chaotic = trial.scenario.tests[0] === chaosTest;
  if (chaotic && strategy.guide !== undefined && trial.chaos === undefined) {
    return strategy.guide(trial);
  }
  // Faults that are asked for are not for a strategy to choose.
  const chaos = trial.chaos ?? (chaotic ? strategy.chaos?.(trial.seed) : undefined);
  const pressure = chaotic ? chaosPressure(trial.seed, chaos) : labPressure();
  return {
    ...trial,
    decider: trial.decider ?? strategy.decider?.(trial.seed, pressure),
    chaos,
  };
}

function labPressure(): Pressure {
  return {
    electionTimeoutMs: labSettings.electionTimeoutMs[1],
    holdMs: labHoldMs,
    duplicates: false,
  };
}

function chaosPressure(seed: number, chaos: ChaosOptions | undefined): Pressure {
  const [min, max] = drawSettings(seed, chaosTest, chaos?.intensities).settings.electionTimeoutMs;
  return { electionTimeoutMs: max, holdMs: chaosHold * min, duplicates: true };
}
