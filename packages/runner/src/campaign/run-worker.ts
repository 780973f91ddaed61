import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { untouched } from './campaign-tally.ts';
import type { SeedFailure } from './seed-failure.ts';
import { prepareThreadsFromSources } from './threads-from-sources.ts';
import type { BlockResult, SeedBlock, WorkerStart, WorkerTask } from './worker-messages.ts';

/** Where a worker gets its work, and where it goes. */
export interface Work {
  take(): SeedBlock | undefined;
  note(result: BlockResult): void;
  /** A part of a block that another worker has to do. */
  putBack(rest: SeedBlock): void;
}

/** When a worker is lost, and what it runs. */
export interface Limits {
  /**
   * The time that a run may take, ms: it takes milliseconds, a storm of messages some seconds, and
   * one that takes longer has no end.
   */
  readonly endlessMs: number;
  /** A run needs a small part of it; a server that never stops sending fills any memory. */
  readonly megabytes: number;
  readonly file: URL;
}

/** Nearly all that a run makes is gone with it: the larger this is, the less of it is copied. */
const youngGenerationMb = 96;
/** How often the main thread looks, ms. */
const lookEveryMs = 250;

const noSeed = Number.NaN;
let workersAtWork = 0;

/**
 * One worker from start to end, and the next where it is lost: a run that never ends, or that takes
 * all memory, is a failure of its seed, and ends nothing else. Rejects with what it throws.
 */
export async function runWorker(
  task: WorkerTask & { readonly signal?: AbortSignal | undefined },
  work: Work,
  limits: Limits = { endlessMs: 10_000, megabytes: 1024, file: workerFile() },
): Promise<void> {
  if (fromSources) prepareThreadsFromSources();
  while (await runOne(task, work, limits));
}

/** True when the worker was lost, and another one has to go on. */
function runOne(
  { signal, ...rest }: WorkerTask & { readonly signal?: AbortSignal | undefined },
  { take, note, putBack }: Work,
  { endlessMs, megabytes, file }: Limits,
): Promise<boolean> {
  const { scenario, bug, intensities, strategy, verifyEvery } = rest;
  const task: WorkerTask = { scenario, bug, intensities, strategy, verifyEvery };
  const seedAtWork = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
  seedAtWork[0] = noSeed;
  const workerData: WorkerStart = { ...task, seedAtWork };
  let block: SeedBlock | undefined;
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, {
      workerData,
      execArgv: workerArguments(),
      resourceLimits: {
        maxYoungGenerationSizeMb: youngGenerationMb,
        maxOldGenerationSizeMb: megabytes,
      },
    });
    workersAtWork += 1;
    let lost = false;
    const stop = (): void => void worker.terminate();
    const lose = (why: string): void => {
      const seed = seedAtWork[0] ?? noSeed;
      if (lost || block === undefined || Number.isNaN(seed)) return;
      lost = true;
      noteLost(block, failureOf(seed, why), { note, putBack });
      stop();
    };
    const watch = watchFor(seedAtWork, endlessMs, () => lose('it does not end'));
    signal?.addEventListener('abort', stop, { once: true });
    worker.once('error', (error) => {
      if (isOutOfMemory(error)) lose(`it takes more than ${megabytes} MB of memory`);
      if (!lost) reject(error);
    });
    worker.once('exit', () => {
      workersAtWork -= 1;
      clearInterval(watch);
      signal?.removeEventListener('abort', stop);
      resolve(lost);
    });
    worker.on('message', (message: BlockResult | 'ready') => {
      if (lost) return;
      seedAtWork[0] = noSeed;
      if (message !== 'ready') note(message);
      block = take();
      // It ends by itself: a thread that is terminated may still be at work within the engine.
      worker.postMessage(block ?? 'over');
    });
  });
}

/**
 * Calls `onEndless` when one seed has been at work for so long. What counts is the time that the
 * process had of a processor, shared among its workers: a machine may be slow, or asleep.
 */
function watchFor(
  seedAtWork: Float64Array,
  endlessMs: number,
  onEndless: () => void,
): NodeJS.Timeout {
  let seed = noSeed;
  let began = 0;
  const timer = setInterval(() => {
    const now = seedAtWork[0] ?? noSeed;
    const { user, system } = process.cpuUsage();
    const cpuMs = (user + system) / 1000;
    if (!Object.is(now, seed) || Number.isNaN(now)) {
      seed = now;
      began = cpuMs;
    } else if (cpuMs - began > endlessMs * workersAtWork) onEndless();
  }, lookEveryMs);
  timer.unref();
  return timer;
}

/** The seed fails; what was done of its block before, and what is left of it, is done again. */
function noteLost(
  block: SeedBlock,
  failure: SeedFailure,
  { note, putBack }: Pick<Work, 'note' | 'putBack'>,
): void {
  const { start, step, count } = block;
  const before = Math.round((failure.seed - start) / step);
  if (before > 0) putBack({ ...block, count: before });
  const after = count - before - 1;
  if (after > 0) putBack({ ...block, start: failure.seed + step, count: after });
  note({ block, runs: 1, failures: [failure], touched: untouched });
}

function failureOf(seed: number, why: string): SeedFailure {
  const message = `the run was ended, as ${why}: a server loops, or sends without end`;
  return {
    ...{ seed, rule: undefined, term: undefined, nodes: [], message, test: undefined },
    endless: true,
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** Sources start sources, and a build starts its build. */
const fromSources: boolean = import.meta.url.endsWith('.ts');

function workerFile(): URL {
  return new URL(fromSources ? './worker.ts' : './worker.js', import.meta.url);
}

function workerArguments(): string[] {
  return fromSources ? ['--conditions=raftlens-source'] : [];
}
