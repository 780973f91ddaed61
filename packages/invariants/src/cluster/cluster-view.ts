import type { EventOf } from '@raftlens/trace';
import type { Leadership } from './leadership.ts';
import type { ServerView } from './server-view.ts';

/** What the lines up to now say of one Raft group in one run. */
export interface ClusterView {
  readonly group: string | undefined;
  readonly run: string | undefined;
  /** Every server that is declared, speaks, or is named by the harness. */
  readonly servers: ReadonlyMap<string, ServerView>;
  /** What the producer declared about itself, if it did. */
  readonly started: EventOf<'trace.started'> | undefined;
  /** The lines of a test harness begin a new cluster, whose servers all start in term 0. */
  readonly fresh: boolean;
  /** Every kind of line is printed wherever there is something to tell, with all its fields. */
  readonly tellsAll: boolean;
  /** Lines name different voters: there are changes of membership, whether they are told or not. */
  readonly votersMove: boolean;
  /** Elections seen, pre-votes apart. */
  readonly elections: number;
  /** Every leadership in the order in which they began. */
  readonly leaderships: readonly Leadership[];
  /** The voters, as far as they are known: declared, or else every server known. */
  voters(): readonly string[];
  /** True when a line declares the voters; else there may be more of them than are known. */
  readonly votersDeclared: boolean;
  /** Votes that win an election among {@link voters}. */
  majority(): number;
  /**
   * Those of `among`, all voters if left out, that `node` can reach, itself included, as far as the
   * harness tells.
   */
  reachable(node: string, among?: readonly string[]): readonly string[];
  /** True when every voter wrote lines of its own, so that a line not there was not written. */
  everyVoterSpeaks(): boolean;
  /**
   * The cluster's longest election timeout in ms, as declared in `trace.started` or learned from
   * timers and elections seen so far; undefined while there is nothing to learn it from.
   */
  electionTimeoutMs(): number | undefined;
  /** What several rules have followed for them together, by what made it. */
  readonly followers: Map<unknown, object>;
}
