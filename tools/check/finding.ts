/** One place that breaks a law of the house. */
export interface Finding {
  /** Relative to the repository, with `/`. */
  readonly path: string;
  /** Counts from 1; undefined when it is about the whole file. */
  readonly line?: number | undefined;
  readonly what: string;
  /** How to mend it, in the imperative. */
  readonly fix: string;
}

/** A finding as one line, in the form that editors and terminals make a link of. */
export function renderFinding({ path, line, what, fix }: Finding): string {
  return `${line === undefined ? path : `${path}:${line}`}: ${what}; ${fix}`;
}
