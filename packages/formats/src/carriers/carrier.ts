/** A line as its program wrote it. */
export interface Carried {
  readonly text: string;
  /** Whose line it is, where the carrier says so: a host, a container, a pod, a file. */
  readonly source?: string | undefined;
}

/** Something that brought the lines of programs together, and wrote of its own around each. */
export interface Carrier {
  readonly id: string;
  /** Undefined for a line that it has not written. */
  unwrap(line: string): Carried | undefined;
  /** Whether the text stood in a string of JSON, so that its quotes are escaped in the bytes. */
  readonly escapes?: true;
  /**
   * Whether lines of programs may look the same: it is only believed in where nobody else knows the
   * lines.
   */
  readonly vague?: true;
}
