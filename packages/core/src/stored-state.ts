import type { Entry } from './entry.ts';
import type { Snapshot } from './snapshot.ts';

/** What a server finds in its storage when it starts (Raft Figure 2, persistent state). */
export interface StoredState {
  readonly currentTerm: number;
  readonly votedFor: string | undefined;
  readonly entries: readonly Entry[];
  /** The last snapshot; `entries` follow it. */
  readonly snapshot?: Snapshot | undefined;
  /** Number of the last event of its former life, so that `seq` goes on; 0 if unknown. */
  readonly seq?: number | undefined;
}
