/** One part of a loop that several machines make together. */
export interface Shard {
  /** 1-based. */
  readonly index: number;
  /** How many there are. */
  readonly of: number;
}

/** Whether a run belongs to a shard: every `of`-th does, so that all shards are as long. */
export function isInShard(run: number, { index, of }: Shard): boolean {
  return run % of === index % of;
}

/** How many of the runs from 1 to `num` belong to it; of runs without end there is no end. */
export function runsInShard(num: number, { index, of }: Shard): number {
  return num < index ? 0 : Math.floor((num - index) / of) + 1;
}
