/** How much of each question the bench asks. */
export interface BenchFlags {
  /** Runs of each contestant. */
  readonly runs: number;
  /** Rounds, of which the cheapest counts. */
  readonly rounds: number;
  /** Runs of the loop whose memory is looked at. */
  readonly many: number;
  /** Bytes of output of one run. */
  readonly flood: number;
  /** Runs that are killed for their time. */
  readonly kills: number;
}

const usual: BenchFlags = { runs: 1_000, rounds: 3, many: 20_000, flood: 2e9, kills: 100 };

/** Reads `--many 100000` and its like; a message where one of them means nothing. */
export function readBenchFlags(args: readonly string[]): BenchFlags | string {
  const flags: Record<string, number> = { ...usual };
  for (let at = 0; at < args.length; at += 2) {
    const name = args[at]?.replace(/^--/, '') ?? '';
    const value = Number(args[at + 1]);
    if (!(name in flags) || !Number.isSafeInteger(value) || value < 1) {
      const known = Object.keys(flags).map((each) => `--${each} N`);
      return `runner takes ${known.join(', ')}, not ${args.slice(at, at + 2).join(' ')}`;
    }
    flags[name] = value;
  }
  return flags as unknown as BenchFlags;
}
