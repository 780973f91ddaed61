import type { Role } from '@raftlens/trace';
import type { BareEvent } from '../bare-event.ts';
import type { CensusTaker } from '../census.ts';
import { known } from '../known.ts';
import { unnamed } from '../line-reader.ts';
import { raftNumber } from '../raft-number.ts';

/** Follows the server of one file in each of its partitions. */
export interface PartitionStory {
  /** The server of this partition starts, or starts again. */
  begin(group: string): void;
  /** `role` is printed by some lines alone. Events, or why there are none. */
  tell(group: string, role: string | undefined, words: string): readonly BareEvent[] | string;
  /** Its id; undefined until a line says it. */
  readonly self: string | undefined;
}

const roles: ReadonlyMap<string, Role> = new Map([
  ['FOLLOWER', 'follower'],
  ['CANDIDATE', 'candidate'],
  ['LEADER', 'leader'],
  ['PASSIVE', 'learner'],
  ['PROMOTABLE', 'learner'],
]);

const moves = /^Transitioning to ([A-Z]{6,10})$/;
const terms = /^Set term (\d{1,15})$/;
const votes = /^Voted for ([\w.-]{1,100})$/;
const finds = /^Found leader ([\w.-]{1,100})$/;
const asks = /^Requesting votes for term (\d{1,15})$/;
const counts =
  /^Received (successful|accepted|rejected) (vote|poll) from \w{1,40}\{id=([\w.-]{1,100}), /;

/** Words that no event could hold. */
const chatter: readonly (readonly [RegExp, string])[] = [
  [/[vV]ote|[pP]oll/, 'votes that other lines tell'],
  [/Append|[rR]eplicat|[iI]ndex|[cC]ommit|[sS]napshot|[hH]eartbeat|append/, 'replication'],
  [/[cC]onfigur|[jJ]oin|[lL]eave|[mM]ember|[rR]econfigur/, 'members'],
  [/started|Starting|stopp|shut|Stepping|Transitioning/i, 'life of the server'],
];

interface Partition {
  inc: number;
  starting: boolean;
  role: Role | undefined;
  term: number | undefined;
  /** The term is the one that it stands in. */
  stands: boolean;
}

/** Begins with nothing known. */
export function createPartitionStory(census: CensusTaker): PartitionStory {
  const partitions = new Map<string, Partition>();
  let self: string | undefined;
  /** Whom it voted for as a candidate: its name, once another line shows that this was whole. */
  let likely: string | undefined;
  const find = (group: string): Partition => {
    const found = partitions.get(group) ?? {
      inc: 1,
      starting: true,
      role: undefined,
      term: undefined,
      stands: false,
    };
    partitions.set(group, found);
    return found;
  };

  return {
    begin(group) {
      const state = partitions.get(group);
      if (state === undefined) return;
      state.inc += 1;
      state.starting = true;
      state.role = undefined;
      // What it has kept on disk is not told.
      state.term = undefined;
    },
    tell(group, role, words) {
      const state = find(group);
      if (self === undefined && likely !== undefined) {
        self = likely;
        census.speaks(self);
      }
      const me = { node: self ?? unnamed, group, inc: state.inc };
      if (state.stands) likely ??= votes.exec(words)?.[1];
      const told = role === undefined ? tellServer(me, state, words) : tellRole(me, words);
      for (const event of Array.isArray(told) ? told : []) {
        if (event.event === 'leader.recognized') census.belongs(event.leader);
      }
      return told ?? chatter.find(([each]) => each.test(words))?.[1] ?? 'Raft, in unknown words';
    },
    get self() {
      return self;
    },
  };
}

interface Self {
  readonly node: string;
  readonly group: string;
  readonly inc: number;
}

function tellServer(me: Self, state: Partition, words: string): readonly BareEvent[] | undefined {
  const to = roles.get(moves.exec(words)?.[1] ?? '');
  if (to !== undefined) return [moved(me, state, to)];
  const term = raftNumber(terms.exec(words)?.[1]);
  if (term !== undefined) {
    state.term = term;
    state.stands = state.role === 'candidate';
    return [{ event: 'term.changed', ...me, term, to: term }];
  }
  const voted = votes.exec(words)?.[1];
  if (voted !== undefined) {
    const role = state.stands ? 'candidate' : 'follower';
    // Who stands votes for itself, whose name may be cut.
    const candidate = state.stands ? me.node : voted;
    return [{ event: 'vote.granted', ...me, ...known({ term: state.term }), role, candidate }];
  }
  const leader = finds.exec(words)?.[1];
  if (leader === undefined) return undefined;
  return [{ event: 'leader.recognized', ...me, ...known({ term: state.term }), leader }];
}

function moved(me: Self, state: Partition, to: Role): BareEvent {
  const { starting } = state;
  state.starting = false;
  state.role = to;
  if (starting && to !== 'leader') return { event: 'node.started', ...me, role: to };
  // Of what term a leader is, is sure only where it was told since it stood.
  const isSure = to === 'leader' ? state.stands : to !== 'candidate';
  const term = isSure ? state.term : undefined;
  if (to !== 'leader') state.stands = false;
  const cause = to === 'leader' ? 'won-election' : undefined;
  return { event: 'role.changed', ...me, ...known({ term }), role: to, to, ...known({ cause }) };
}

function tellRole(me: Self, words: string): readonly BareEvent[] | undefined {
  if (words.startsWith('Heartbeat timed out ')) {
    return [{ event: 'timer.expired', ...me, timer: 'election' }];
  }
  const term = raftNumber(asks.exec(words)?.[1]);
  if (term !== undefined) return [{ event: 'election.started', ...me, term, role: 'candidate' }];
  const [, answer, kind, from] = counts.exec(words) ?? [];
  if (from === undefined) return undefined;
  const preVote = kind === 'poll' ? true : undefined;
  return [
    { event: 'vote.received', ...me, from, granted: answer !== 'rejected', ...known({ preVote }) },
  ];
}
