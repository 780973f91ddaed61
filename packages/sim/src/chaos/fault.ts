import type { Random } from '../random.ts';
import type { Dial } from './dial.ts';
import type { Machine } from './machine.ts';
import type { World } from './world.ts';

/**
 * Where a fault strikes: servers counted from 0, or links as `linkBetween` numbers them. What is
 * left out means all of them.
 */
export interface Aim {
  readonly nodes?: readonly number[] | undefined;
  readonly links?: readonly number[] | undefined;
}

/** One strike of a fault. */
export interface Strike {
  readonly nodes: readonly Machine[];
  readonly links: readonly number[];
  /** How hard, in the fault's unit. */
  readonly value: number;
  /** Virtual time at which it ends. */
  readonly untilMs: number;
  /** Chances of this strike alone. */
  readonly random: Random;
}

/** One kind of fault. */
export interface Fault extends Dial {
  /** Chooses where to strike in a cluster of `size` servers. */
  aim(size: number, value: number, random: Random): Aim;
  /** Whether it can strike there and now; leave it out where it always can. */
  possible?(world: World, strike: Strike): boolean;
  /** Strikes, and returns what ends it. */
  apply(world: World, strike: Strike): () => void;
}
