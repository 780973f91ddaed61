import type { Entry } from './entry.ts';

/** What a server finds in its storage when it starts (Raft Figure 2, persistent state). */
export interface StoredState {
  readonly currentTerm: number;
  readonly votedFor: string | undefined;
  readonly entries: readonly Entry[];
  readonly baseIndex?: number | undefined;
  readonly baseTerm?: number | undefined;
  /** Number of the last event of its former life, so that `seq` goes on; 0 if unknown. */
  readonly seq?: number | undefined;
}
