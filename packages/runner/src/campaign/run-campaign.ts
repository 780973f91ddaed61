import type { Shard } from '../shard/shard.ts';
import { addTouched, type Touched, untouched } from './campaign-tally.ts';
import { createLateStart } from './late-start.ts';
import { runWorker } from './run-worker.ts';
import type { SeedFailure } from './seed-failure.ts';
import type { BlockResult, SeedBlock, WorkerTask } from './worker-messages.ts';

/** A campaign of simulated runs, one seed a run. */
export interface CampaignOptions extends WorkerTask {
  /** Seed of the first run; run i has seed `firstSeed + i - 1`. */
  readonly firstSeed: number;
  readonly num: number;
  /** Of these runs only those of the shard are made. */
  readonly shard?: Shard | undefined;
  readonly untilFail: boolean;
  /** Worker threads. */
  readonly jobs: number;
  readonly onProgress?: ((done: number, failures: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a campaign came to; apart from an abort it depends only on the options without `jobs`. */
export interface CampaignResult {
  readonly runs: number;
  /** In the order of their seeds. */
  readonly failures: readonly SeedFailure[];
  /**
   * What all runs touched. Undefined where the campaign stopped at a failure: which runs were made
   * beside it depends on the workers.
   */
  readonly touched: Touched | undefined;
  readonly interrupted: boolean;
}

/** Enough runs to make the messages cheap, few enough to stop soon. */
const blockSize = 8;
/** After so many runs that never ended nothing more is begun: each one takes its time. */
const mostEndless = 4;

/**
 * Runs seeds in worker threads.
 *
 * With `untilFail` the failure of the lowest seed is found, whatever the number of workers: after a
 * failure only the blocks before it are finished, and runs after it do not count.
 */
export async function runCampaign(options: CampaignOptions): Promise<CampaignResult> {
  const end = options.firstSeed + options.num;
  const { index, of: step } = options.shard ?? { index: 1, of: 1 };
  const first = options.firstSeed + index - 1;
  let next = first;
  let stopBefore = end;
  let done = 0;
  let failures: SeedFailure[] = [];
  let touched = untouched;
  const broken = new AbortController();
  const signal = AbortSignal.any([broken.signal, ...(options.signal ? [options.signal] : [])]);

  // What is left of blocks whose worker was lost.
  const rests: SeedBlock[] = [];
  const take = (): SeedBlock | undefined => {
    const rest = rests.shift();
    if (rest !== undefined && rest.start < stopBefore && !signal.aborted) return rest;
    if (next >= stopBefore || signal.aborted) return undefined;
    const start = next;
    const count = Math.min(blockSize, Math.ceil((end - start) / step));
    next += count * step;
    return { start, step, count, untilFail: options.untilFail };
  };

  const late = createLateStart(
    () => Math.max(0, Math.ceil((stopBefore - next) / step)),
    () => performance.now(),
  );

  const note = ({ runs, failures: found, touched: more }: BlockResult): void => {
    done += runs;
    late.note(runs);
    touched = addTouched(touched, more);
    failures.push(...found);
    if (failures.filter(({ endless }) => endless).length >= mostEndless) next = end;
    if (options.untilFail)
      for (const { seed } of found) stopBefore = Math.min(stopBefore, seed + 1);
    options.onProgress?.(done, failures.length);
  };

  const jobs = Math.max(1, Math.min(options.jobs, Math.ceil(options.num / blockSize)));
  const work = async (): Promise<void> => {
    try {
      await runWorker({ ...options, signal }, { take, note, putBack: (rest) => rests.push(rest) });
    } catch (error) {
      broken.abort();
      throw error;
    }
  };
  const other = async (): Promise<void> => {
    if (await late.worth) await work();
  };
  await Promise.all([work().finally(late.end), ...Array.from({ length: jobs - 1 }, other)]);

  failures.sort((a, b) => a.seed - b.seed);
  const interrupted = options.signal?.aborted === true;
  const stopped = options.untilFail && failures.length > 0;
  if (stopped) {
    failures = failures.slice(0, 1);
    if (!interrupted) done = Math.ceil((stopBefore - first) / step);
  }
  return { runs: done, failures, touched: stopped ? undefined : touched, interrupted };
}
