/** A trial whose digest is kept: a scenario by name, a seed, and a strategy by name. */
export type GoldenTrial = readonly [scenario: string, seed: number, strategy: string];

const labTests = [
  'TestInitialElection2A',
  'TestReElection2A',
  'TestManyElections2A',
  'TestBasicAgree2B',
  'TestFailAgree2B',
  'TestBackup2B',
  'TestPersist12C',
  'TestFigure82C',
  'TestFigure8Unreliable2C',
  'TestSnapshotBasic2D',
  'TestSnapshotInstallCrash2D',
];

const strategies = ['uniform', 'swarm', 'pct', 'late-votes', 'figure-8', 'flapping-leader'];

/** Every kind of trial: tests of the lab, chaos, threads, each with each strategy. */
export const goldenTrials: readonly GoldenTrial[] = [
  ...labTests.map((name): GoldenTrial => [name, 1, 'uniform']),
  ...strategies.flatMap((strategy) => [
    ['2A', 1, strategy] satisfies GoldenTrial,
    ...[1, 2].map((seed): GoldenTrial => ['chaos', seed, strategy]),
    ['threads', 1, strategy] satisfies GoldenTrial,
  ]),
  ...[5, 6, 7, 8].map((seed): GoldenTrial => ['chaos', seed, 'portfolio']),
];
