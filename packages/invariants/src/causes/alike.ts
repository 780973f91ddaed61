/** Bugs that do the same to everything that a trace can show. */
export interface AlikeBugs {
  readonly bugs: readonly string[];
  /** Why no trace tells them apart. */
  readonly because: string;
}

/** Every class of them; a bug is in one at most. */
export const alikeBugs: readonly AlikeBugs[] = [];

/** The class that a bug is in; undefined for most. */
export function likeOf(bug: string): AlikeBugs | undefined {
  return alikeBugs.find(({ bugs }) => bugs.includes(bug));
}
