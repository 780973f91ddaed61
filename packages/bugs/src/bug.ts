/** One change to one source file of the core: `find` stands there exactly once. */
export interface Edit {
  /** Path below `packages/core/src`. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/**
 * A bug as a patch to the correct core, or as a fault of the host around it. Its title and story
 * are in the catalogue of causes of `@raftlens/invariants`, under the same name.
 */
export interface Bug {
  /** kebab-case. */
  readonly name: string;
  /** The wrong lines, beside the right ones. */
  readonly edits: readonly Edit[];
  /** For a bug around the core, which has no edits: its name among the simulator's `hostFaults`. */
  readonly host?: string;
  /** Ids of the rules that it breaks sooner or later; none when only rates or tests can show it. */
  readonly rules: readonly string[];
  /** What the paper asks for, in other words, with the section: the sentence that it violates. */
  readonly sentence: string;
  /** Where it was real: project and issue or commit. Empty when no report is known. */
  readonly seen: readonly string[];
  /** The scenarios that show it, as measured in `docs/kill-matrix.md`. */
  readonly scenarios: readonly string[];
  /** Why it breaks neither safety nor liveness, where that is proven. */
  readonly harmless?: string;
}
