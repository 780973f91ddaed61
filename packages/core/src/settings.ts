/** How a cluster is timed and which extensions it uses; equal on all its servers. */
export interface Settings {
  /** A new election timeout is drawn from this range each time, ms (Raft §5.2). */
  readonly electionTimeoutMs: readonly [min: number, max: number];
  /**
   * How often a leader speaks to each follower, ms; well below the election timeout (Raft §5.6).
   */
  readonly heartbeatIntervalMs: number;
  /** A leader that hears from no majority for an election timeout steps down (thesis §6.2). */
  readonly checkQuorum: boolean;
  /** A server asks whether it would win before it disturbs the others' term (thesis §9.6). */
  readonly preVote: boolean;
  /**
   * A server that hears a leader is deaf to candidates that the leader did not send (thesis
   * §4.2.3). Off by default.
   */
  readonly leaderStickiness?: boolean | undefined;
  /**
   * Answer reads from a lease, where clocks drift apart by no more than this during an election
   * timeout, ms (thesis §6.4.1). Needs `leaderStickiness`. Leave it out and each read takes a round
   * of heartbeats, which needs no clocks.
   */
  readonly leaseDriftMs?: number | undefined;
  /**
   * A new leader appends an entry without a command, so that it learns at once what is committed
   * (thesis §6.4). Off by default: reads and changes are refused until something is proposed.
   */
  readonly noOpEntry?: boolean | undefined;
  /** At most so many entries in one AppendEntries. */
  readonly maxEntriesPerAppend: number;
  /**
   * At most so many AppendEntries with entries on the way to one peer, and one until it is known
   * where the logs agree (thesis §10.2.1). Leave it out and nothing is ever held back.
   */
  readonly maxInflightAppends?: number | undefined;
}

/** The paper's proportions (Raft §9.3) at a pace that suits a local network. */
export const defaultSettings: Settings = {
  electionTimeoutMs: [150, 300],
  heartbeatIntervalMs: 50,
  checkQuorum: true,
  preVote: false,
  maxEntriesPerAppend: 64,
};
