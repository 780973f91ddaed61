/** One of those that do the same work. */
export interface Contestant {
  readonly name: string;
  /** Does all the work of a round, once. */
  readonly round: () => void | Promise<void>;
}

/** The same work, done in several ways in the same run. */
export interface Contest {
  /** How much one round does, in `unit`. */
  readonly amount: number;
  readonly unit: string;
  /** The first is the yardstick that the others are compared with. */
  readonly contestants: readonly [Contestant, ...(readonly Contestant[])];
}

/** A question with a measured answer. */
export interface Bench {
  readonly name: string;
  readonly title: string;
  /** Measured rounds of each contestant. */
  readonly rounds: number;
  /** What a throw-away prototype of the same did on another day, in words; not measured here. */
  readonly prototype?: string | undefined;
  /** Makes the inputs; not measured. */
  readonly prepare: () => Promise<Contest>;
}
