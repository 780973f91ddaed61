/** Something to read: a file, a pipe, bytes in memory. */
export interface Source {
  /** As the user named it; goes into every `file:line`. `-` is standard input. */
  readonly name: string;
  /**
   * It may grow for ever: an empty piece says that nothing more is there for now. It is not looked
   * at for compression, and every line keeps its text.
   */
  readonly live?: true;
  /**
   * The bytes, in pieces of any size. Errors of Node's kind (with a `code`) become a message; an
   * aborted `signal` may end it early, with or without an error.
   *
   * A piece may be overwritten once the next one is asked for.
   */
  open(signal?: AbortSignal): AsyncIterable<Uint8Array>;
  /** The bytes from `offset` on, once more; only where they can be had again as they were. */
  openAt?(offset: number): AsyncIterable<Uint8Array>;
}
