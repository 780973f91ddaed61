import type { EventOf, Role, TraceEvent } from '@raftlens/trace';
import type { PlacedConfiguration } from './configuration-log.ts';
import type { Leadership, LeadershipEnd } from './leadership.ts';
import type { PrintedKinds } from './printed-kinds.ts';
import type { CutOff, ServerView } from './server-view.ts';

/** A {@link ServerView} as the tracker writes it. */
export interface MutableServerView extends ServerView {
  role: Role | undefined;
  term: number | undefined;
  alive: boolean;
  started: EventOf<'node.started'> | undefined;
  roleEvent: TraceEvent | undefined;
  unbroken: boolean;
  complete: boolean;
  disordered: 'seq' | 'time' | undefined;
  breaks: number;
  displaced: number[] | undefined;
  /** The latest time that it told. */
  clock: number;
  leading: MutableLeadership | undefined;
  lastLeadership: MutableLeadership | undefined;
  cutOff: CutOff | undefined;
  election: { readonly event: EventOf<'election.started'>; readonly ordinal: number } | undefined;
  foreignVotes: EventOf<'vote.received'>[];
  configurations: PlacedConfiguration[];
  commit: EventOf<'commit.advanced'> | undefined;
  commitIndex: number;
  lastTime: number;
  printed: PrintedKinds | undefined;
  seq: number | undefined;
  incarnation: number | undefined;
  /** Has written at least one line. */
  speaks: boolean;
}

/** A {@link Leadership} as the tracker writes it. */
export interface MutableLeadership extends Leadership {
  term: number | undefined;
  ended: { readonly time: number; readonly how: LeadershipEnd } | undefined;
}

/** A server of which nothing is known yet. */
export function createServerView(id: string): MutableServerView {
  return {
    id,
    role: undefined,
    term: undefined,
    alive: true,
    started: undefined,
    roleEvent: undefined,
    unbroken: false,
    complete: true,
    disordered: undefined,
    breaks: 0,
    displaced: undefined,
    clock: Number.NEGATIVE_INFINITY,
    leading: undefined,
    lastLeadership: undefined,
    cutOff: undefined,
    election: undefined,
    foreignVotes: [],
    configurations: [],
    commit: undefined,
    commitIndex: 0,
    lastTime: Number.NEGATIVE_INFINITY,
    printed: undefined,
    seq: undefined,
    incarnation: undefined,
    speaks: false,
  };
}
