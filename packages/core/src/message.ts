import type { Entry } from './entry.ts';
import type { Snapshot } from './snapshot.ts';

/** What every message carries. `serial` counts the messages of one life of the sender. */
interface Header {
  readonly from: string;
  readonly to: string;
  /** The sender's currentTerm. */
  readonly term: number;
  readonly serial: number;
  readonly inc: number;
}

/** Asks for a vote (Raft Figure 2). */
export interface RequestVote extends Header {
  readonly kind: 'RequestVote';
  readonly lastLogIndex: number;
  readonly lastLogTerm: number;
  /** The leader itself wants this election: it is no disruption (thesis §3.10, §4.2.3). */
  readonly transfer?: boolean | undefined;
}

/**
 * The answer; `requestTerm` is the term that the vote was asked for in, so that a late one shows.
 */
export interface RequestVoteResponse extends Header {
  readonly kind: 'RequestVoteResponse';
  readonly requestTerm: number;
  readonly voteGranted: boolean;
}

/**
 * Asks whether an election would be won, without starting one (thesis §9.6). `term` stays the
 * sender's own; the election itself would be held in the next.
 */
export interface PreVote extends Header {
  readonly kind: 'PreVote';
  readonly lastLogIndex: number;
  readonly lastLogTerm: number;
}

/** The answer; it binds nobody. */
export interface PreVoteResponse extends Header {
  readonly kind: 'PreVoteResponse';
  readonly requestTerm: number;
  readonly voteGranted: boolean;
}

/** Replicates entries; with none it is the heartbeat (Raft Figure 2). */
export interface AppendEntries extends Header {
  readonly kind: 'AppendEntries';
  readonly prevLogIndex: number;
  readonly prevLogTerm: number;
  readonly entries: readonly Entry[];
  readonly leaderCommit: number;
  /** The leader's last round of heartbeats for reads, and its clock; the answer repeats both. */
  readonly round: number;
  readonly sentAt: number;
}

/**
 * The answer. On success `matchIndex` is the last index known to match; else `conflictIndex` and
 * `conflictTerm` say where to try next (Raft §5.3, last paragraphs; term 0 means that the log was
 * too short). `prevLogIndex` repeats the request's, so that a late answer shows.
 */
export interface AppendEntriesResponse extends Header {
  readonly kind: 'AppendEntriesResponse';
  readonly requestTerm: number;
  readonly prevLogIndex: number;
  readonly success: boolean;
  readonly matchIndex: number;
  readonly conflictIndex: number;
  readonly conflictTerm: number;
  readonly round: number;
  readonly sentAt: number;
}

/** Replaces the log of a follower that is too far behind (Raft Figure 13), in one piece. */
export interface InstallSnapshot extends Header {
  readonly kind: 'InstallSnapshot';
  readonly snapshot: Snapshot;
}

/** The answer; `matchIndex` is the last index known to agree, 0 for a stale request. */
export interface InstallSnapshotResponse extends Header {
  readonly kind: 'InstallSnapshotResponse';
  readonly requestTerm: number;
  readonly matchIndex: number;
}

/** The leader asks its successor to campaign at once (thesis §3.10). */
export interface TimeoutNow extends Header {
  readonly kind: 'TimeoutNow';
}

/** A follower has a read and asks the leader how far it has to be (thesis §6.4). */
export interface ReadIndex extends Header {
  readonly kind: 'ReadIndex';
  /** Names the read; the answer repeats it. */
  readonly context: string;
}

/** The answer, once the leader knows that it leads; false when it does not, or cannot say. */
export interface ReadIndexResponse extends Header {
  readonly kind: 'ReadIndexResponse';
  readonly context: string;
  readonly success: boolean;
  readonly readIndex: number;
}

/** Everything that one server can say to another. Told apart by `kind`. */
export type Message =
  | PreVote
  | PreVoteResponse
  | RequestVote
  | RequestVoteResponse
  | AppendEntries
  | AppendEntriesResponse
  | InstallSnapshot
  | InstallSnapshotResponse
  | TimeoutNow
  | ReadIndex
  | ReadIndexResponse;
