import { runsInShard, type Shard } from '../shard/shard.ts';
import type { RunIndices } from './run-indices.ts';
import type { RunSource } from './run-source.ts';

/** Which of the runs of a loop are to be made here. */
export interface OwnRuns {
  /** The runs to make, where they are not simply the first ones. */
  readonly only?: readonly number[] | undefined;
  /** Runs that have been made before. */
  readonly done?: RunIndices | undefined;
  readonly shard?: Shard | undefined;
}

const whole: Shard = { index: 1, of: 1 };

/** The runs of a loop that shares them with nobody, in their order. */
export function ownRuns(num: number, runs: OwnRuns): RunSource {
  const indices = indicesOf(num, runs);
  return {
    next: () => indices.next().value,
    made() {},
    ended() {},
    watch() {},
    close() {},
  };
}

/** How many there are; of runs without end there is no end. */
export function countOwnRuns(num: number, { only, shard = whole }: OwnRuns): number {
  return only?.length ?? runsInShard(num, shard);
}

function* indicesOf(
  num: number,
  { only, done, shard = whole }: OwnRuns,
): Generator<number, undefined> {
  if (only !== undefined) {
    yield* only;
    return undefined;
  }
  for (let index = shard.index; index <= num; index += shard.of) {
    if (done?.has(index) !== true) yield index;
  }
  return undefined;
}
