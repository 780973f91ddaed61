import type { Role } from '@raftlens/trace';
import { votingMembers } from '../configuration.ts';
import { lastIndex, lastTerm } from '../log.ts';
import type { Server } from '../server.ts';
import { eventTime, nextSeq } from './envelope.ts';

/** Tells that the server started, with what its storage held. */
export function tellStarted(server: Server): void {
  server.watch?.started(server);
  server.observer?.({
    event: 'node.started',
    time: eventTime(server),
    node: server.id,
    seq: nextSeq(server),
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    votedFor: server.votedFor,
    commitIndex: server.commitIndex,
    lastLogIndex: lastIndex(server.log),
    lastLogTerm: lastTerm(server.log),
    snapshotIndex: server.log.baseIndex,
    snapshotTerm: server.log.baseTerm,
    voters: server.configuration.voters,
    votersOutgoing: unlessEmpty(server.configuration.votersOutgoing),
    learners: unlessEmpty(server.configuration.learners),
  });
}

function unlessEmpty(ids: readonly string[]): readonly string[] | undefined {
  return ids.length === 0 ? undefined : ids;
}

/** Tells a move of currentTerm, after it. */
export function tellTermChanged(
  server: Server,
  from: number,
  cause: string,
  source: string | undefined,
): void {
  server.watch?.termChanged(server, from);
  server.observer?.({
    event: 'term.changed',
    time: eventTime(server),
    node: server.id,
    seq: nextSeq(server),
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    from,
    to: server.currentTerm,
    cause,
    source,
  });
  // The new role comes next, and the old one stands beside the new term.
  server.toldRole = undefined;
}

/** Tells a change of role, after it. */
export function tellRoleChanged(server: Server, from: Role, cause: string): void {
  server.watch?.roleChanged(server, from, cause);
  server.observer?.({
    event: 'role.changed',
    time: eventTime(server),
    node: server.id,
    seq: nextSeq(server),
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    from,
    to: server.role,
    cause,
  });
}

/** Tells that the server learned who leads its term. */
export function tellLeaderRecognized(server: Server, leader: string): void {
  server.watch?.leaderRecognized(server, leader);
  server.observer?.({
    event: 'leader.recognized',
    time: eventTime(server),
    node: server.id,
    seq: nextSeq(server),
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    leader,
  });
}

/** Tells that the server asks for votes. */
export function tellElectionStarted(server: Server, preVote: boolean): void {
  server.watch?.electionStarted(server, preVote);
  server.observer?.({
    event: 'election.started',
    time: eventTime(server),
    node: server.id,
    seq: nextSeq(server),
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    preVote,
    lastLogIndex: lastIndex(server.log),
    lastLogTerm: lastTerm(server.log),
    voters: votingMembers(server.configuration),
  });
}
