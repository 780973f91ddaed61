/** One way to hunt a bug. */
export interface Suite {
  /** The head of its column. */
  readonly name: string;
  readonly scenario: string;
  readonly strategy: string;
  /** Whether chaos holds the core to the correct one, step by step. */
  readonly held: boolean;
  /** Independent starts, each with seeds of its own. */
  readonly starts: number;
  /** Runs of a start at most. */
  readonly runs: number;
}

/** The lab's parts, by plain chance and rules alone. */
export const labSuites: readonly Suite[] = [
  lab('2A', 40),
  lab('2B', 8),
  lab('2C', 2),
  lab('2D', 3),
  lab('threads', 5),
];

/** What hunts by default, and the same without a correct core to compare with. */
export const portfolioSuites: readonly Suite[] = [
  { ...chaos('portfolio', 5, 600), name: 'portfolio' },
  { ...chaos('portfolio', 3, 30), name: 'without a reference', held: false },
];

/** Each strategy by itself. */
export const strategySuites: readonly Suite[] = [
  'uniform',
  'swarm',
  'pct',
  'late-votes',
  'figure-8',
  'flapping-leader',
  'forgotten-votes',
  'upheaval',
  'stale-reads',
  'long-tails',
  'guided',
].map((strategy) => chaos(strategy, 1, 4));

/** What each bug is hunted with: enough to find it, little enough to be run often. */
export const suites: readonly Suite[] = [...labSuites, ...portfolioSuites, ...strategySuites];

function lab(scenario: string, runs: number): Suite {
  return { name: scenario, scenario, strategy: 'uniform', held: false, starts: 1, runs };
}

function chaos(strategy: string, starts: number, runs: number): Suite {
  return { name: strategy, scenario: 'chaos', strategy, held: true, starts, runs };
}
