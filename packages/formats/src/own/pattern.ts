/** A regular expression that takes time linear in the text, whatever both of them are. */
export interface Pattern {
  /** The names of its groups. */
  readonly groups: readonly string[];
  /** What the named groups hold, undefined for one that took no part; undefined for no match. */
  exec(text: string): Readonly<Record<string, string | undefined>> | undefined;
}

/** Makes a pattern, or says in words why it cannot. */
export type CompilePattern = (source: string) => Pattern | string;
