import { lastIndex, lastTerm } from '../log.ts';
import type { PreVote, PreVoteResponse, RequestVote, RequestVoteResponse } from '../message.ts';
import { majority } from '../quorum.ts';
import type { Server } from '../server.ts';
import { eventTime, nextSeq } from './envelope.ts';

type VoteRequest = RequestVote | PreVote;
type VoteResponse = RequestVoteResponse | PreVoteResponse;

/** Tells, at the voter, that a candidate gets its vote. */
export function tellVoteGranted(server: Server, request: VoteRequest, preVote: boolean): void {
  server.watch?.voteGranted(server, request, preVote);
  server.observer?.({
    event: 'vote.granted',
    time: eventTime(server),
    node: server.id,
    seq: nextSeq(server),
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    candidate: request.from,
    preVote,
    candidateLastLogIndex: request.lastLogIndex,
    candidateLastLogTerm: request.lastLogTerm,
    lastLogIndex: lastIndex(server.log),
    lastLogTerm: lastTerm(server.log),
  });
}

/** Tells, at the voter, that a candidate is refused, and why. */
export function tellVoteDenied(
  server: Server,
  request: VoteRequest,
  preVote: boolean,
  cause: string,
): void {
  server.watch?.voteDenied(server, cause);
  server.observer?.({
    event: 'vote.denied',
    time: eventTime(server),
    node: server.id,
    seq: nextSeq(server),
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    candidate: request.from,
    preVote,
    candidateLastLogIndex: request.lastLogIndex,
    candidateLastLogTerm: request.lastLogTerm,
    lastLogIndex: lastIndex(server.log),
    lastLogTerm: lastTerm(server.log),
    cause,
  });
}

/** Tells, at the candidate, that an answer was counted. */
export function tellVoteReceived(server: Server, response: VoteResponse, preVote: boolean): void {
  server.watch?.voteReceived(server, response, preVote);
  server.observer?.({
    event: 'vote.received',
    time: eventTime(server),
    node: server.id,
    seq: nextSeq(server),
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    from: response.from,
    granted: response.voteGranted,
    preVote,
    rpcTerm: response.requestTerm,
    votes: server.votesGranted.size,
    needed: majority(server.configuration.voters.length),
  });
}
