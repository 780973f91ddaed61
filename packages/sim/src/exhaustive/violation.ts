/** What is checked, under the names that the rules of `@raftlens/invariants` have for the same. */
export type Property =
  | 'election-safety'
  | 'double-vote'
  | 'log-matching'
  | 'leader-append-only'
  | 'leader-completeness'
  | 'state-machine-safety'
  | 'no-quorum-commit'
  | 'term-monotonic'
  | 'commit-monotonic'
  | 'beyond-last';

/** A property that does not hold, and how that shows. */
export interface Violation {
  readonly property: Property;
  readonly message: string;
}
