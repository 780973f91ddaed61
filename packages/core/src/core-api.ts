/** The entry points of a Raft core as a value, so that a core with a bug can stand in for the correct one. */
export interface Core {
  readonly name: string;
}
