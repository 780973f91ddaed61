/** Something about chaos that can be set: by `--fault NAME=VALUE`, or by a strategy. */
export interface Dial {
  readonly name: string;
  /** One sentence: what it does. */
  readonly title: string;
  /** What its intensity counts. */
  readonly unit: string;
  readonly default: number;
  /** The intensities that make sense. */
  readonly range: readonly [min: number, max: number];
}
