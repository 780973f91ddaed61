/** What chaos should reach at times; a campaign that never does is weaker than it looks. */
export const sometimes = [
  'a leader was deposed',
  'two servers led at once, in different terms',
  'a conflicting suffix was truncated',
  'a snapshot was installed',
  'an unsynced write was lost',
  'a part of a torn write was found',
  'a damaged entry was found and cut off',
  'a server refused to start from a damaged log',
  'a server stopped because its disk failed',
  'a command was proposed twice and took effect once',
  'a membership change was proposed',
  'a joint configuration was in force',
  'leadership was to be handed over',
  'a read was answered without the log',
  'a client lost patience and was answered later',
] as const;

/** One of {@link sometimes}. */
export type Sometimes = (typeof sometimes)[number];

/** What a trial did to its cluster, and what came of it while the faults lasted. */
export interface Touched {
  /** How often each fault struck, by name. */
  readonly faults: Readonly<Record<string, number>>;
  /** Leaderships that began. */
  readonly elections: number;
  /** Log entries that were committed. */
  readonly commits: number;
  /** Client operations that were answered. */
  readonly answers: number;
  readonly sometimes: readonly Sometimes[];
}

/** Counts while a trial runs. */
export interface Tally {
  readonly faults: Record<string, number>;
  readonly reached: Set<Sometimes>;
  elections: number;
  commits: number;
  answers: number;
}

/** Nothing yet. */
export function createTally(): Tally {
  return { faults: {}, reached: new Set(), elections: 0, commits: 0, answers: 0 };
}

/** The tally as it stands, in an order of its own. */
export function touchedBy(tally: Tally): Touched {
  const { elections, commits, answers } = tally;
  return {
    faults: { ...tally.faults },
    elections,
    commits,
    answers,
    sometimes: sometimes.filter((each) => tally.reached.has(each)),
  };
}
