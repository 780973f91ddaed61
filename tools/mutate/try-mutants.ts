import { Worker } from 'node:worker_threads';
import type { Mutant } from './mutant.ts';
import type { Verdict } from './worker.ts';

/** A mutant and what became of it. */
export interface Tried {
  readonly mutant: Mutant;
  readonly verdict: Verdict | { readonly stage: 'time'; readonly by: string };
}

/** Longer than all tests of a mutant that ends. */
const longestMs = 60_000;
/** A mutant that lets a list grow without end is to die before it takes the machine along. */
const resourceLimits = { maxOldGenerationSizeMb: 1_000 };
/** Each loads a core that stays in memory, so that a worker has to go in time. */
const mutantsOfWorker = 200;

/** How mutants are tried. */
export interface Trying {
  /** So many threads. */
  readonly jobs: number;
  /** The last stage that they go through: `paper`, `simulator` or `properties`. */
  readonly through: string;
}

/** Tries all mutants in worker threads; tells of each as soon as it is known. */
export async function tryMutants(
  mutants: readonly Mutant[],
  { jobs, through }: Trying,
  tell: (tried: Tried) => void,
): Promise<void> {
  const waiting = [...mutants];
  const work = async (): Promise<void> => {
    while (waiting.length > 0) await tryWithOneWorker(waiting, through, tell);
  };
  await Promise.all(Array.from({ length: jobs }, work));
}

async function tryWithOneWorker(
  waiting: Mutant[],
  through: string,
  tell: (tried: Tried) => void,
): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { through },
    // From sources, so that no build has to be fresh.
    execArgv: ['--conditions=raftlens-source', '--disable-warning=ExperimentalWarning'],
    resourceLimits,
  });
  // One may run out of memory after its time is over already.
  worker.on('error', () => undefined);
  try {
    for (let count = 0; count < mutantsOfWorker; count += 1) {
      const mutant = waiting.shift();
      if (mutant === undefined) return;
      const verdict = await answerOf(worker, mutant);
      tell({ mutant, verdict });
      if (verdict.stage === 'time') return;
    }
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker, mutant: Mutant): Promise<Tried['verdict']> {
  const { promise, resolve } = Promise.withResolvers<Tried['verdict']>();
  const end = (by: string) => resolve({ stage: 'time', by });
  const timer = setTimeout(() => end('it never ends'), longestMs);
  const onError = (error: unknown) => end(String(error));
  worker.once('message', resolve);
  worker.once('error', onError);
  worker.postMessage(mutant);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off('message', resolve);
    worker.off('error', onError);
  });
}
