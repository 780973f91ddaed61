import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
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
const mostMegabytes = 600;
/** Each loads a core that stays in memory, so that a worker has to go in time. */
const mutantsOfWorker = 200;

/** How mutants are tried. */
export interface Trying {
  /** So many processes. */
  readonly jobs: number;
  /** The last stage that they go through: `paper`, `simulator` or `properties`. */
  readonly through: string;
}

/** Tries all mutants in other processes; tells of each as soon as it is known. */
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
  // A process of its own: one that runs out of memory takes nothing along.
  const worker = fork(join(import.meta.dirname, 'worker.ts'), [through], {
    // From sources, so that no build has to be fresh.
    execArgv: [
      '--conditions=raftlens-source',
      '--disable-warning=ExperimentalWarning',
      `--max-old-space-size=${mostMegabytes}`,
    ],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  try {
    for (let count = 0; count < mutantsOfWorker; count += 1) {
      const mutant = waiting.shift();
      if (mutant === undefined) return;
      const verdict = await answerOf(worker, mutant);
      tell({ mutant, verdict });
      if (verdict.stage === 'time') return;
    }
  } finally {
    worker.kill('SIGKILL');
  }
}

function answerOf(worker: ChildProcess, mutant: Mutant): Promise<Tried['verdict']> {
  const { promise, resolve } = Promise.withResolvers<Tried['verdict']>();
  const end = (by: string) => resolve({ stage: 'time', by });
  const timer = setTimeout(() => end('it never ends'), longestMs);
  const onExit = () => end('its memory never suffices');
  const onMessage = (verdict: unknown) => resolve(verdict as Verdict);
  worker.once('message', onMessage);
  worker.once('exit', onExit);
  worker.send(mutant);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off('message', onMessage);
    worker.off('exit', onExit);
  });
}
