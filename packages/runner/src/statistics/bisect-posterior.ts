/** Where a rare failure came in, among changes in a row, as far as runs have told. */
export interface BisectPosterior {
  /** How likely each change is to have brought it, in order; they add up to 1. */
  readonly shares: readonly number[];
  /** The change that is the most likely one. */
  readonly likeliest: number;
  /** The change to run next: its runs are expected to tell the most. */
  readonly next: number;
  /** Runs at a change passed or failed. */
  add(change: number, passed: number, failed: number): void;
}

/**
 * Searches the change from which on a command fails in a share `rate` of its runs; before it, it
 * never does. A failing run convicts: the bug is there. A passing run only makes it less likely,
 * by the factor 1 − rate (Bayes). Starts with all changes equally likely.
 */
export function createBisectPosterior(changes: number, rate: number): BisectPosterior {
  const logs = new Array<number>(changes).fill(0);
  const shares = (): readonly number[] => {
    const most = Math.max(...logs);
    const weights = logs.map((log) => Math.exp(log - most));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  };
  return {
    get shares() {
      return shares();
    },
    get likeliest() {
      return logs.indexOf(Math.max(...logs));
    },
    get next() {
      return medianOf(shares());
    },
    add(change, passed, failed) {
      for (let first = 0; first < changes; first += 1) {
        const present = first <= change;
        if (present) logs[first] = (logs[first] ?? 0) + passed * Math.log1p(-rate);
        else if (failed > 0) logs[first] = Number.NEGATIVE_INFINITY;
      }
    },
  };
}

/**
 * The change before and at which about half of what is open lies. To run beyond all that is open
 * would tell nothing, however often.
 */
function medianOf(shares: readonly number[]): number {
  let below = 0;
  let [best, distance] = [0, 1];
  for (const [change, share] of shares.entries()) {
    below += share;
    if (Math.abs(below - 0.5) >= distance) continue;
    best = change;
    distance = Math.abs(below - 0.5);
  }
  return best;
}
