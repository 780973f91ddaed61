import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** A loop that takes no more memory than it needs. */
export interface SmallHeap {
  /** A run is over. */
  ran(): void;
  /** The heap may grow again. */
  release(): void;
}

/** The processes and pipes of so many runs take some 2 MB. */
const runsBetween = 1_000;
/** A loop of fewer runs is not worth tidying up after its start. */
const worthIt = 100;

/**
 * Keeps a process small that makes many runs. The part of the heap where new objects go stays as it
 * is: left alone, it grows by 20 MB, which nothing gives back. And what the runs leave outside of
 * the heap, processes and pipes that have ended, is freed every so often: as it counts for nothing
 * in the heap, it would pile up to 25 MB before that is tidied. It is tidied as where memory is
 * short, which also gives back what the start took: 8 MB. That takes 40 ms of a processor.
 */
export function keepHeapSmall(): SmallHeap {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (how: Readonly<Record<string, string>>) => void;
  const tidy = (): void => collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  let runs = 0;
  return {
    ran() {
      runs += 1;
      if (runs === worthIt || runs % runsBetween === 0) tidy();
    },
    release: () => setFlagsFromString('--semi-space-growth-factor=2'),
  };
}
