export type { Scenario, Trial, TrialResult } from './trial.ts';
