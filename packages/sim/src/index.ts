export {
  type Capsule,
  type CapsuleCluster,
  type CapsuleOperation,
  capsuleSchema,
  sizeOfCapsule,
} from './capsule/capsule.ts';
export type { Decider } from './capsule/decider.ts';
export { type Decision, isTimer } from './capsule/decision.ts';
export { decodeCapsule } from './capsule/decode-capsule.ts';
export { encodeCapsule } from './capsule/encode-capsule.ts';
export type { FailureWatch } from './capsule/failure-watch.ts';
export { type CapsuleSource, recordCapsule } from './capsule/record-capsule.ts';
export { type CapsuleResult, type CapsuleRun, runCapsule } from './capsule/run-capsule.ts';
export { type ShrinkOptions, type Shrunk, shrink } from './capsule/shrink.ts';
export type { Dial } from './chaos/dial.ts';
export type { Aim, Fault, Strike } from './chaos/fault.ts';
export { faults, findFault } from './chaos/faults.ts';
export { findLoad, loads } from './chaos/loads.ts';
export type { FaultPlan, PlannedFault } from './chaos/plan.ts';
export { type ChaosOptions, planOf } from './chaos/run-chaos.ts';
export { type Sometimes, sometimes, type Touched } from './chaos/touched.ts';
export type { Action, MessageName } from './exhaustive/action.ts';
export { type Bounds, defaultBounds } from './exhaustive/bounds.ts';
export type {
  CounterExample,
  Exploration,
  ExploreOptions,
  Progress,
} from './exhaustive/exploration.ts';
export { explore } from './exhaustive/explore.ts';
export { type Replay, replayPath } from './exhaustive/replay-path.ts';
export type { Property, Violation } from './exhaustive/violation.ts';
export { holdTo } from './oracles/held-core.ts';
export { createRandom, type Random } from './random.ts';
export { runTrial } from './run-trial.ts';
export { findScenario, scenarios } from './scenarios.ts';
export { canScreen } from './screen/can-screen.ts';
export type { Reached } from './screen/reached.ts';
export { Screen } from './screen/screen.ts';
export { screenedRules } from './screen/screened-rules.ts';
export { findStrategy, strategies } from './strategies/strategies.ts';
export type { Pressure, Strategy } from './strategies/strategy.ts';
export { withStrategy } from './strategies/with-strategy.ts';
export type { HostFault } from './threads/host-fault.ts';
export { hostFaults } from './threads/host-faults.ts';
export { threadedCore } from './threads/threaded-core.ts';
export type { Scenario, Trial, TrialResult } from './trial.ts';
