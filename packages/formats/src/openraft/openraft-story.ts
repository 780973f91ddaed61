import type { Role } from '@raftlens/trace';
import type { BareEvent } from '../bare-event.ts';
import type { CensusTaker } from '../census.ts';
import { known } from '../known.ts';
import { unnamed } from '../line-reader.ts';
import type { OpenraftLine } from './openraft-line.ts';
import { isSingleBy, type PrintedVote, voteOf, votePattern } from './printed-vote.ts';

/** Follows one server of openraft. */
export interface OpenraftStory {
  /** Undefined for words that tell nothing; no events where other lines tell it. */
  tell(line: OpenraftLine): readonly BareEvent[] | undefined;
  /** Its id; undefined until a line says it. */
  readonly self: string | undefined;
  /** The log proves that a term has one leader at most. */
  readonly isSingle: boolean;
}

const startup = /^startup done[:,] id=([\w.-]{1,64}),? target_state: (\w{1,20})/;
const becomes = /^(?:become leader id=([\w.-]{1,64})|id=([\w.-]{1,64}) becomes leader)/;
const quits = /^(?:quit leader id=([\w.-]{1,64})|id=([\w.-]{1,64}) steps down from leader)/;
const changing = new RegExp(`^vote is changing from ${votePattern} to ${votePattern}`);
const electing = new RegExp(
  String.raw`^(?:[\w:<>]{0,100}::)?elect(?:: new candidate: \{| vote=)${votePattern}`,
);
const asked = new RegExp(
  String.raw`^(?:Engine::handle_vote_req|handle vote request:) req[=:] ?\{vote:${votePattern}`,
);
const answered = new RegExp(
  String.raw`^handle vote request result:? req[=:] ?\{vote:${votePattern}`,
);
const outranked = new RegExp(`^vote ${votePattern} is rejected by local vote`);

/** In events, roles by the states of openraft. */
const roles: ReadonlyMap<string, Role> = new Map([
  ['Leader', 'leader'],
  ['Follower', 'follower'],
  ['Candidate', 'candidate'],
  ['Learner', 'learner'],
]);

interface Server {
  readonly census: CensusTaker;
  id: string | undefined;
  inc: number;
  started: boolean;
  role: Role | undefined;
  isSingle: boolean;
  /** The candidate that the next refusal is of. */
  request: PrintedVote | undefined;
}

/**
 * Begins with nothing known. Terms are only told once the log proves `single-term-leader`: without
 * it openraft lets a term have several leaders, told apart by their ids.
 */
export function createOpenraftStory(census: CensusTaker): OpenraftStory {
  const server: Server = {
    census,
    id: undefined,
    inc: 1,
    started: false,
    role: undefined,
    isSingle: false,
    request: undefined,
  };
  return {
    tell({ words, self }) {
      learnId(server, self);
      learnMode(server, isSingleBy(words));
      return tellState(server, words) ?? tellVotes(server, words);
    },
    get self() {
      return server.id;
    },
    get isSingle() {
      return server.isSingle;
    },
  };
}

function tellState(server: Server, words: string): readonly BareEvent[] | undefined {
  const [, id, state] = startup.exec(words) ?? [];
  if (id !== undefined) return start(server, id, state ?? '');
  const leads = nameIn(becomes.exec(words));
  if (leads !== undefined) {
    learnId(server, leads);
    return server.role === 'leader' ? [] : change(server, 'leader', undefined);
  }
  const ends = nameIn(quits.exec(words));
  if (ends !== undefined) {
    learnId(server, ends);
    return change(server, 'follower', undefined);
  }
  if (words.startsWith('reject vote-request')) return refuse(server, words);
  return words.startsWith('a quorum granted my vote') ? [] : undefined;
}

/** Who a line is about, whichever way it says so. */
function nameIn(match: RegExpExecArray | null): string | undefined {
  return match?.[1] ?? match?.[2];
}

function tellVotes(server: Server, words: string): readonly BareEvent[] | undefined {
  const votes = (pattern: RegExp): readonly PrintedVote[] => votesIn(server, pattern, words);
  const [before, after] = votes(changing);
  if (before !== undefined && after !== undefined) return changeVote(server, before, after);
  const [own] = votes(electing);
  if (own !== undefined) return elect(server, own);
  const [granted] = votes(answered);
  if (granted !== undefined) return answer(server, granted, words);
  const [candidate] = votes(asked);
  if (candidate === undefined) return votes(outranked)[0] === undefined ? undefined : [];
  server.request = candidate;
  server.census.belongs(candidate.candidate);
  return [];
}

function me({ id, inc }: Server): { readonly node: string; readonly inc: number } {
  return { node: id ?? unnamed, inc };
}

function termOf({ isSingle }: Server, { term }: PrintedVote): { readonly term?: number } {
  return isSingle ? { term } : {};
}

function learnId(server: Server, id: string | undefined): void {
  if (id === undefined) return;
  server.id = id;
  server.census.speaks(id);
}

function learnMode(server: Server, single: boolean | undefined): void {
  if (single !== undefined) server.isSingle = single;
}

function change(
  server: Server,
  to: Role,
  vote: PrintedVote | undefined,
  cause?: string,
): readonly BareEvent[] {
  if (server.role === to && to !== 'leader') return [];
  server.role = to;
  const term = vote === undefined ? {} : termOf(server, vote);
  return [{ event: 'role.changed', ...me(server), ...term, role: to, to, ...known({ cause }) }];
}

function start(server: Server, id: string, state: string): readonly BareEvent[] {
  learnId(server, id);
  if (server.started) server.inc += 1;
  server.started = true;
  server.role = roles.get(state);
  return [{ event: 'node.started', ...me(server), ...known({ role: server.role }) }];
}

function changeVote(server: Server, before: PrintedVote, vote: PrintedVote): readonly BareEvent[] {
  server.census.belongs(vote.candidate);
  if (vote.candidate === server.id) {
    if (!vote.committed) return change(server, 'candidate', vote);
    if (server.role === 'leader') return [];
    return change(server, 'leader', vote, `leader id T${vote.term}-N${vote.candidate}`);
  }
  // A leader that sees a greater vote takes it over, and need not grant it.
  const moved: readonly BareEvent[] =
    server.isSingle && vote.term > before.term
      ? [
          {
            event: 'term.changed',
            ...me(server),
            term: vote.term,
            from: before.term,
            to: vote.term,
          },
        ]
      : [];
  if (!vote.committed) return moved;
  const leader = { ...me(server), ...termOf(server, vote), leader: vote.candidate };
  const follows = change(server, 'follower', vote);
  return [...moved, ...follows, { event: 'leader.recognized', ...leader }];
}

function elect(server: Server, vote: PrintedVote): readonly BareEvent[] {
  learnId(server, vote.candidate);
  const candidate = { ...me(server), ...termOf(server, vote), role: 'candidate' } as const;
  return [
    { event: 'election.started', ...candidate },
    ...change(server, 'candidate', vote),
    { event: 'vote.granted', ...candidate, candidate: vote.candidate },
  ];
}

function answer(server: Server, vote: PrintedVote, words: string): readonly BareEvent[] {
  server.request = undefined;
  const ballot = { ...me(server), ...termOf(server, vote), candidate: vote.candidate };
  const granted = /result[=:] ?Ok\(/.test(words);
  return [{ event: granted ? 'vote.granted' : 'vote.denied', ...ballot }];
}

function refuse(server: Server, words: string): readonly BareEvent[] | undefined {
  const { request } = server;
  if (request === undefined) return undefined;
  server.request = undefined;
  const cause = words.includes('lease') ? 'leader-alive' : 'log-behind';
  const ballot = { ...me(server), ...termOf(server, request), candidate: request.candidate };
  return [{ event: 'vote.denied', ...ballot, cause }];
}

function votesIn(server: Server, pattern: RegExp, words: string): readonly PrintedVote[] {
  const match = pattern.exec(words);
  if (match === null) return [];
  const votes = [1, 5].flatMap((first) => voteOf(match, first) ?? []);
  for (const { single } of votes) learnMode(server, single);
  return votes;
}
