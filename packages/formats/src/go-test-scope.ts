const running = /^\s{0,40}=== RUN {1,8}(\S{1,500})$/;
const chatter: readonly RegExp[] = [
  /^\s{0,40}=== (?:PAUSE|CONT|NAME)\b/,
  /^\s{0,40}--- (?:PASS|FAIL|SKIP): /,
  /^\s{0,40}(?:PASS$|FAIL\b|ok\s|\?\s|exit status \d|coverage: )/,
];

/** Which test of a `go test -v` the lines are of: each has clusters of its own. */
export interface GoTestScope {
  /** Takes in a line that `go test` wrote; false for any other line. */
  take(text: string): boolean;
  /** Another cluster begins, within the same test or outside any. */
  beginCluster(): void;
  /** The run of the lines that follow; undefined outside any test. */
  readonly run: string | undefined;
  /** Counts the clusters of the whole file: one more whenever {@link run} changes. */
  readonly ordinal: number;
}

/** Begins outside any test. */
export function createGoTestScope(): GoTestScope {
  const times = new Map<string, number>();
  let test: string | undefined;
  let cluster = 1;
  let run: string | undefined;
  let ordinal = 0;
  const rename = (): void => {
    const name = cluster === 1 ? undefined : `cluster ${cluster}`;
    run = [test, name].filter((part) => part !== undefined).join(', ') || undefined;
    ordinal += 1;
  };
  return {
    take(text) {
      // Nearly every line is a server's, and begins otherwise.
      const first = text.trimStart().charAt(0);
      if (!'=-PFoec?'.includes(first)) return false;
      const name = running.exec(text)?.[1];
      if (name === undefined) return chatter.some((pattern) => pattern.test(text));
      const before = times.get(name) ?? 0;
      times.set(name, before + 1);
      test = before === 0 ? name : `${name} #${before + 1}`;
      cluster = 1;
      rename();
      return true;
    },
    beginCluster() {
      cluster += 1;
      rename();
    },
    get run() {
      return run;
    },
    get ordinal() {
      return ordinal;
    },
  };
}
