import type { CensusTaker } from '../census.ts';
import { linePattern } from '../line-pattern.ts';
import { raftNumber } from '../raft-number.ts';
import type { GroupState, VoteRequest } from './group-state.ts';
import { natsParts } from './nats-parts.ts';
import { type RaftWords, self } from './raft-words.ts';

const request = linePattern(
  { ...natsParts, way: 'Sending out|Re-sending|Received a' },
  String.raw`<way> voteRequest &?\{term:<n> lastTerm:<n> lastIndex:<n> candidate:<peer> `,
  String.raw`reply:<reply>?\}`,
);
const response = linePattern(
  { ...natsParts, way: 'Sending|Received' },
  // What newer versions add, such as `empty:false`, stands behind.
  String.raw`<way> a voteResponse &?\{term:<n> peer:<peer> granted:<bool>(?: [^{}]{0,100})?\}`,
  `(?: -> "<reply>")?`,
);

const lostRequest = 'an answer to a request that is not in the log';

/** Requests that wait for their answer; older ones will have none. */
const requestsKept = 64;

/** Reads requests for votes and the answers to them; undefined for other words. */
export function tellVote(
  state: GroupState,
  words: string,
  census: CensusTaker,
): RaftWords | undefined {
  if (words.includes(' voteRequest ')) return tellRequest(state, words, census);
  if (words.includes(' voteResponse ')) return tellResponse(state, words, census);
  return undefined;
}

function tellRequest(state: GroupState, words: string, census: CensusTaker): RaftWords | undefined {
  const match = request.exec(words);
  if (match === null) return undefined;
  const [, way, , , , candidate = '', reply] = match;
  const [term, lastLogTerm, lastLogIndex] = match.slice(2, 5).map(raftNumber);
  if (term === undefined || lastLogTerm === undefined || lastLogIndex === undefined) {
    return 'a number too large';
  }
  census.belongs(candidate);
  const log = { lastLogIndex, lastLogTerm };
  if (way === 'Re-sending') return [];
  if (way === 'Sending out') {
    state.campaign = term;
    // A request is answered at once; a candidate sends all of its own from one subject.
    state.requests.clear();
    return [{ event: 'election.started', ...self(state), term, role: 'candidate', ...log }];
  }
  outdate(state, term);
  if (reply !== undefined) {
    const asked = { candidateLastLogTerm: lastLogTerm, candidateLastLogIndex: lastLogIndex };
    remember(state, reply, { term, candidate, ...asked });
  }
  const ends = { kind: 'RequestVote', from: candidate, to: state.node } as const;
  const asks = { rpcTerm: term, candidateId: candidate, ...log };
  return [{ event: 'message.received', ...self(state), ...ends, ...asks }];
}

/** Another's term is higher: the line of a later candidacy is lost, or none led to an office. */
function outdate(state: GroupState, term: number = 0): void {
  if (term > (state.campaign ?? term)) state.campaign = undefined;
}

function remember({ requests }: GroupState, reply: string, asked: VoteRequest): void {
  requests.set(reply, asked);
  const [oldest] = requests.keys();
  if (requests.size > requestsKept && oldest !== undefined) requests.delete(oldest);
}

/**
 * An answer shows the term that the voter was in before, in newer versions that of the request: the
 * vote is of the term of the request, found by the subject that the answer goes to. A candidate
 * cannot tell which request is answered.
 */
function tellResponse(
  state: GroupState,
  words: string,
  census: CensusTaker,
): RaftWords | undefined {
  const match = response.exec(words);
  if (match === null) return undefined;
  const [, way, shown, peer = '', granted, reply = ''] = match;
  census.belongs(peer);
  if (way === 'Received') {
    outdate(state, raftNumber(shown));
    const answer = { from: peer, granted: granted === 'true' };
    return [{ event: 'vote.received', ...self(state), ...answer }];
  }
  const asked = state.requests.get(reply);
  if (asked === undefined) return lostRequest;
  state.requests.delete(reply);
  const { term, ...vote } = asked;
  // A grant cannot be of a term before: the line of the request that it answers is lost.
  if (granted === 'true' && term < (raftNumber(shown) ?? 0)) return lostRequest;
  if (granted === 'true') return [{ event: 'vote.granted', ...self(state), term, ...vote }];
  return [{ event: 'vote.denied', ...self(state), ...vote }];
}
