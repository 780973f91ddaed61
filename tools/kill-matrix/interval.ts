/** Exact 95 % limits of a Poisson mean after so many events: the quantiles of χ², halved. */
const limits: readonly (readonly [lower: number, upper: number])[] = [
  [0, 3.689],
  [0.0253, 5.572],
  [0.2422, 7.225],
  [0.6187, 8.767],
  [1.0899, 10.242],
  [1.6235, 11.668],
  [2.2019, 13.06],
  [2.8144, 14.423],
  [3.4538, 15.763],
  [4.1154, 17.085],
  [4.7954, 18.39],
];

/** How many runs it takes to find a bug, on average. */
export interface RunsToFind {
  /** Infinity where it was never found. */
  readonly mean: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The mean and its 95 % interval, where `finds` bugs were found in `runs` runs, 10 at most. That
 * runs are few and each counts once makes the interval somewhat too wide, never too narrow.
 */
export function runsToFind(finds: number, runs: number): RunsToFind {
  const [lower, upper] = limits[finds] ?? [0, Number.NaN];
  return { mean: runs / finds, from: Math.max(1, runs / upper), to: runs / lower };
}
