import { cleanRunsNeeded } from '../report/failure-rate.ts';
import { createBisectPosterior } from '../statistics/bisect-posterior.ts';

/** What runs at a change came to. */
export interface ChangeRuns {
  readonly passed: number;
  readonly failed: number;
  /** The search is to end. */
  readonly stopped: boolean;
}

/** How to look for the change from which on a command fails now and then. */
export interface ChangeSearch {
  /** How many changes there are, the last of which is known to fail. */
  readonly changes: number;
  /** How often it fails there, 0 to 1. */
  readonly rate: number;
  /** How sure the answer is to be, 0 to 1. */
  readonly confidence: number;
  /** Runs the command so often at a change, or until it fails. */
  run(change: number, most: number): Promise<ChangeRuns>;
  onStep?: ((step: SearchStep) => void) | undefined;
}

/** Where a search is. */
export interface SearchStep extends ChangeRuns {
  readonly change: number;
  readonly likeliest: number;
  /** How likely that is, 0 to 1. */
  readonly share: number;
}

/** What a search came to. */
export interface SearchResult {
  /**
   * `never failed`: at the last change, where it should; `untestable`: the runs at the changes that
   * are left showed nothing either way.
   */
  readonly kind: 'found' | 'never failed' | 'untestable' | 'stopped';
  /** How likely each change is to have brought the failure. */
  readonly shares: readonly number[];
  readonly likeliest: number;
  readonly runs: number;
  readonly failed: number;
}

/** Searches by likelihood: each batch of runs at a change tells about one bit at most. */
export async function searchChange(search: ChangeSearch): Promise<SearchResult> {
  const { changes, rate, confidence } = search;
  const posterior = createBisectPosterior(changes, rate);
  const skipped = new Set<number>();
  let [runs, failed] = [0, 0];
  const result = (kind: SearchResult['kind']): SearchResult => {
    const { shares, likeliest } = posterior;
    return { kind, shares, likeliest, runs, failed };
  };
  const visit = async (change: number, most: number): Promise<ChangeRuns> => {
    const made = await search.run(change, most);
    posterior.add(change, made.passed, made.failed);
    runs += made.passed + made.failed;
    failed += made.failed;
    if (made.passed + made.failed === 0) skipped.add(change);
    const { shares, likeliest } = posterior;
    search.onStep?.({ ...made, change, likeliest, share: shares[likeliest] ?? 0 });
    return made;
  };
  // Without a failure all that follows would accuse the last change of what nobody has seen.
  const bad = await visit(changes - 1, cleanRunsNeeded(rate, confidence));
  if (bad.stopped) return result('stopped');
  if (bad.failed === 0) return result(bad.passed === 0 ? 'untestable' : 'never failed');
  const batch = Math.max(1, Math.ceil(Math.log(2) / -Math.log1p(-rate)));
  for (;;) {
    const { shares, likeliest } = posterior;
    if ((shares[likeliest] ?? 0) >= confidence) return result('found');
    const change = nextChange(shares, skipped);
    if (change === undefined) return result('untestable');
    if ((await visit(change, batch)).stopped) return result('stopped');
  }
}

/** The change that splits best what is open; beyond all of it, runs would tell nothing. */
function nextChange(shares: readonly number[], skipped: ReadonlySet<number>): number | undefined {
  let [below, best, distance] = [0, -1, 1];
  for (const [change, share] of shares.entries()) {
    below += share;
    if (skipped.has(change) || below <= 0 || below >= 1 - 1e-12) continue;
    if (Math.abs(below - 0.5) >= distance) continue;
    [best, distance] = [change, Math.abs(below - 0.5)];
  }
  return best < 0 ? undefined : best;
}
