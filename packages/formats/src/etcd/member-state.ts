import type { Role } from '@raftlens/trace';
import type { BareEvent } from '../bare-event.ts';

/** What the lines up to now say of one member, as far as later lines need it. */
export interface MemberState {
  readonly node: string;
  role: Role | undefined;
  term: number | undefined;
  /** Its `newRaft` has been seen. */
  started: boolean;
  /** +1 per restart. */
  inc: number;
  /** The term that it last asked for votes in, so that one election is told once. */
  campaign: { readonly term: number; readonly preVote: boolean } | undefined;
  /** `became follower` in an older term: right before `newRaft` it is a restart. */
  held: BareEvent | undefined;
}

/** A member of which nothing is known yet. */
export function createMemberState(node: string): MemberState {
  return {
    node,
    role: undefined,
    term: undefined,
    started: false,
    inc: 1,
    campaign: undefined,
    held: undefined,
  };
}
