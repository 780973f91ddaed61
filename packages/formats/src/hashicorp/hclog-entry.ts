/** A line of hclog, taken apart. */
export interface HclogEntry {
  /** Undefined where the program leaves the time to what gathers its lines. */
  readonly time: number | undefined;
  /** `debug`, `info`, `warn`, `error`. */
  readonly level: string;
  /** `raft`, `agent.server.raft`, or the server's own name in the tests of the library. */
  readonly module: string;
  /** The words before the first key. */
  readonly message: string;
  /** The value of a key; undefined where there is none, and where it is no text or number. */
  value(key: string): string | undefined;
}
