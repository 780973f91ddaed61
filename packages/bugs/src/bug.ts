/** One change to one source file of the core: `find` stands there exactly once. */
export interface Edit {
  /** Path below `packages/core/src`. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/**
 * A bug as a patch to the correct core. Its title and story are in the catalogue of causes of
 * `@raftlens/invariants`, under the same name.
 */
export interface Bug {
  /** kebab-case. */
  readonly name: string;
  readonly edits: readonly Edit[];
}
