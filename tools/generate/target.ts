/** A file that is made from other files and committed, so that readers need not make it. */
export interface Target {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  /** The whole text of the file. Pure: equal sources give equal text. */
  content(): string;
}
