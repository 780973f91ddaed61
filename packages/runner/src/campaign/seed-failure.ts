/** A simulated run that failed, before its trace is written. */
export interface SeedFailure {
  readonly seed: number;
  /** The rule that stands first among those broken; undefined where only the test failed. */
  readonly rule: string | undefined;
  readonly term: number | undefined;
  readonly nodes: readonly string[];
  /** What contradicts what, or the test's own words. */
  readonly message: string;
  /** The test that failed, if the lab's own checks found something too. */
  readonly test: string | undefined;
  /** It never ended, so that nothing more can be learned by making it again. */
  readonly endless?: true | undefined;
}
