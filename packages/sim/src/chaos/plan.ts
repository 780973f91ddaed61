/** Stands for whoever leads the newest term at that time. */
export const leaderNode = 'leader';

/** One fault of a plan: what strikes, when, for how long, where, and how hard. */
export interface PlannedFault {
  /** Its name in `faults`. */
  readonly fault: string;
  /** When it begins, ms after the trial does. */
  readonly at: number;
  /** How long it lasts, ms. */
  readonly for: number;
  /**
   * The servers that it is about, where it is about servers; `leader` is whoever leads the newest
   * term when the fault strikes.
   */
  readonly nodes?: readonly string[] | undefined;
  /** The directed links that it is about, where it is about links. */
  readonly links?: readonly (readonly [from: string, to: string])[] | undefined;
  /** How hard it strikes, in the unit of the fault. */
  readonly value: number;
  /** Number of the stream that it draws its own chances from; its place in the plan if left out. */
  readonly stream?: number | undefined;
  /** In the lab only: how often before, in the same instant, all that was done took effect. */
  readonly turn?: number | undefined;
}

/** All that is done to a cluster, as plain data: to be written down, changed and tried again. */
export type FaultPlan = readonly PlannedFault[];
