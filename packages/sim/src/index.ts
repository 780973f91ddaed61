export { runTrial } from './run-trial.ts';
export { findScenario, scenarios } from './scenarios.ts';
export type { Scenario, Trial, TrialResult } from './trial.ts';
