/** What a leader knows of one peer (Raft Figure 2, volatile state on leaders). */
export interface Progress {
  readonly peer: string;
  /** Index of the next entry to send. */
  nextIndex: number;
  /** Highest index known to be replicated there. */
  matchIndex: number;
  /** When the peer last answered in this term, ms; what check-quorum counts (thesis §6.2). */
  lastContact: number;
}
