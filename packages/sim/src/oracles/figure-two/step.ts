import type { Message, Server } from '@raftlens/core';

/** How a server stood before a step, as far as a step may depend on it. */
export interface Before {
  readonly role: Server['role'];
  readonly term: number;
  readonly vote: string | undefined;
  readonly lastIndex: number;
  readonly lastTerm: number;
  readonly commitIndex: number;
  readonly electionDeadline: number;
  readonly heartbeatDeadline: number;
  readonly quorumDeadline: number;
  readonly durableIndex: number;
  readonly hearsLeader: boolean;
  /** How far each peer was known to agree, at a leader. */
  readonly matches: ReadonlyMap<string, number>;
  /** When the snapshot left that each peer has yet to answer, under flow control. */
  readonly snapshots: ReadonlyMap<string, number>;
}

/** What is known of a server beside its own state. */
export interface Memory {
  /** Who granted a vote in this candidacy, as the messages said that it took. */
  votes: Set<string>;
  /** Who would vote, since it last asked. */
  preVotes: Set<string>;
  /** The names of the reads that this server has asked others about, in all its lives. */
  readonly asked: Set<string>;
  /** What the writes that it handed out have made durable. */
  readonly disk: {
    term: number;
    vote: string | undefined;
    lastIndex: number;
    lastTerm: number;
    snapshotIndex: number;
  };
}

/** One input, and what came of it. */
export interface Step {
  readonly before: Before;
  readonly server: Server;
  readonly memory: Memory;
  readonly now: number;
  /** Messages that it made in this step. */
  readonly sent: readonly Message[];
}

/** Says in words what a step breaks, with the place in the paper; undefined when it keeps to it. */
export type Breach = string | undefined;

/** A server's state that a step is compared with. */
export function standingBefore(server: Server, now: number): Before {
  const { settings, role } = server;
  const heard = now - server.leaderHeardAt < settings.electionTimeoutMs[0];
  return {
    role,
    term: server.currentTerm,
    vote: server.votedFor,
    lastIndex: lastIndexOf(server),
    lastTerm: lastTermOf(server),
    commitIndex: server.commitIndex,
    electionDeadline: server.electionDeadline,
    heartbeatDeadline: server.heartbeatDeadline,
    quorumDeadline: server.quorumDeadline,
    durableIndex: server.durableIndex,
    hearsLeader: role === 'leader' || heard,
    matches: new Map(server.progress.map(({ peer, matchIndex }) => [peer, matchIndex])),
    snapshots: snapshotsUnderWay(server),
  };
}

const none: ReadonlyMap<string, number> = new Map();

function snapshotsUnderWay({ progress }: Server): ReadonlyMap<string, number> {
  const sending = progress.filter(({ flow }) => flow === 'snapshot');
  if (sending.length === 0) return none;
  return new Map(sending.map(({ peer, snapshotSentAt }) => [peer, snapshotSentAt]));
}

/** Index of the last entry. */
export function lastIndexOf({ log }: Server): number {
  return log.baseIndex + log.entries.length;
}

/** Term of the last entry. */
export function lastTermOf({ log }: Server): number {
  return log.entries[log.entries.length - 1]?.term ?? log.baseTerm;
}

/** Term of an entry; undefined where the log does not have it. */
export function termOf({ log }: Server, index: number): number | undefined {
  return index === log.baseIndex ? log.baseTerm : log.entries[index - log.baseIndex - 1]?.term;
}

/** A majority of the voters, and of the outgoing ones while a configuration is joint (Raft §6). */
export function isQuorum({ configuration }: Server, has: (id: string) => boolean): boolean {
  const sets = [configuration.voters, configuration.votersOutgoing];
  return sets.every((voters) => {
    const count = voters.filter(has).length;
    return voters.length === 0 || 2 * count > voters.length;
  });
}

/** A log that ends so is at least as up-to-date as that of the server before (Raft §5.4.1). */
export function isUpToDate(
  before: Before,
  log: { readonly lastLogIndex: number; readonly lastLogTerm: number },
): boolean {
  if (log.lastLogTerm !== before.lastTerm) return log.lastLogTerm > before.lastTerm;
  return log.lastLogIndex >= before.lastIndex;
}
