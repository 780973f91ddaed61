/** A block is work for about so long, ms: a machine that dies takes no more with it. */
const blockMs = 10_000;
const longest = 10_000;

/** What the length of the next block goes by. */
export interface Pace {
  /** Runs that were made here, and the time that they took all together, ms. */
  readonly made: number;
  readonly elapsedMs: number;
  /** Runs at a time. */
  readonly jobs: number;
  /** Runs that nobody has taken; Infinity for no end. */
  readonly left: number;
  readonly machines: number;
}

/**
 * How many runs to take at once: as many as last a while, and towards the end ever fewer, so that
 * all machines come to the end at about the same time.
 */
export function blockLength({ made, elapsedMs, jobs, left, machines }: Pace): number {
  const usual = made === 0 ? jobs : Math.round((made / Math.max(1, elapsedMs)) * blockMs);
  const fair = Math.ceil(left / (2 * machines));
  return Math.max(1, Math.min(usual, fair, longest));
}
