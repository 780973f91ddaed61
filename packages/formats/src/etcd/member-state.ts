import type { Role } from '@raftlens/trace';

/** What the lines up to now say of one member, as far as later lines need it. */
export interface MemberState {
  readonly node: string;
  role: Role | undefined;
  term: number | undefined;
  /** Its `newRaft` has been seen. */
  started: boolean;
  /** It has said something beyond the first lines of a start, which may be lost. */
  heard: boolean;
  /** +1 per restart. */
  inc: number;
  /** The term that it last asked for votes in, so that one election is told once. */
  campaign: { readonly term: number; readonly preVote: boolean } | undefined;
  /** Its line before this one gave its configuration, as the first line of a start does. */
  configured: boolean;
  /** The restart has been counted, although its `newRaft` is still to come. */
  restarting: boolean;
}

/** A member of which nothing is known yet. */
export function createMemberState(node: string): MemberState {
  return {
    node,
    role: undefined,
    term: undefined,
    started: false,
    heard: false,
    inc: 1,
    campaign: undefined,
    configured: false,
    restarting: false,
  };
}
