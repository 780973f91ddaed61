import type { EventOf, Role, TraceEvent } from '@raftlens/trace';
import type { PlacedConfiguration } from './configuration-log.ts';
import type { Leadership } from './leadership.ts';
import type { PrintedKinds } from './printed-kinds.ts';

/** How a server is cut off from others by the harness. */
export interface CutOff {
  readonly since: number;
  readonly event: TraceEvent;
  /** The servers on its side of the cut, itself included. */
  readonly side: readonly string[];
}

/** What the lines up to now say of one server. */
export interface ServerView {
  readonly id: string;
  readonly role: Role | undefined;
  readonly term: number | undefined;
  /** False between a crash or stop and the next start. */
  readonly alive: boolean;
  /** The line of its last start. */
  readonly started: EventOf<'node.started'> | undefined;
  /** The line that gave it its role. */
  readonly roleEvent: TraceEvent | undefined;
  /**
   * True when the line before this one, of the same server, is known to be the one that it wrote
   * before: nothing between the two is missing.
   */
  readonly unbroken: boolean;
  /** True while no line of this server's incarnation is known or suspected to be missing. */
  readonly complete: boolean;
  /** When those lines were written that have no counter, and stand behind later ones. */
  readonly displaced: readonly number[] | undefined;
  /** How often its counter showed that lines are missing or out of place. */
  readonly breaks: number;
  /** Its lines are not in the order in which it wrote them, as its counter or its clock shows. */
  readonly disordered: 'seq' | 'time' | undefined;
  readonly leading: Leadership | undefined;
  /** Its last leadership, ended or not. */
  readonly lastLeadership: Leadership | undefined;
  readonly cutOff: CutOff | undefined;
  /** Its last election, pre-votes apart, and which of the cluster's elections that was (from 1). */
  readonly election:
    | { readonly event: EventOf<'election.started'>; readonly ordinal: number }
    | undefined;
  /** Votes that it counted in its current election although they were asked for in another term. */
  readonly foreignVotes: readonly EventOf<'vote.received'>[];
  /**
   * The configurations in its log as its lines tell them, the one in force last (Raft §6); empty
   * where that is not known. Right only while the server is {@link complete}.
   */
  readonly configurations: readonly PlacedConfiguration[];
  /** The last line of this life of it that moved commitIndex, and how far that is. */
  readonly commit: EventOf<'commit.advanced'> | undefined;
  readonly commitIndex: number;
  /** When its last line was written. */
  readonly lastTime: number;
  /** What its lines so far are; undefined while every kind of line is known to be printed. */
  readonly printed: PrintedKinds | undefined;
}
