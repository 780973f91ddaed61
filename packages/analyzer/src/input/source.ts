/** Something to read: a file, a pipe, bytes in memory. */
export interface Source {
  /** As the user named it; goes into every `file:line`. `-` is standard input. */
  readonly name: string;
  /**
   * The bytes, in pieces of any size. Errors of Node's kind (with a `code`) become a message; an
   * aborted `signal` may end it early, with or without an error.
   */
  open(signal?: AbortSignal): AsyncIterable<Uint8Array>;
}
