import type { Role } from '@raftlens/trace';

/** A request for a vote, remembered until it is answered: the answer does not repeat it. */
export interface VoteRequest {
  readonly term: number;
  readonly candidate: string;
  readonly candidateLastLogTerm: number;
  readonly candidateLastLogIndex: number;
}

/** What the lines up to now say of one Raft group in one server. */
export interface GroupState {
  readonly group: string;
  readonly node: string;
  inc: number;
  role: Role | undefined;
  /**
   * The term of its candidacy, as far as its requests for votes are in the log: the line of a new
   * leader does not say it.
   */
  campaign: number | undefined;
  /** By the subject that the answer goes to. */
  readonly requests: Map<string, VoteRequest>;
}

/** A group of which nothing is known yet. */
export function createGroupState(group: string, node: string, inc: number): GroupState {
  return { group, node, inc, role: undefined, campaign: undefined, requests: new Map() };
}
