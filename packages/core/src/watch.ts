import type { Role } from '@raftlens/trace';
import type { DurableWrite } from './effects.ts';
import type { Entry } from './entry.ts';
import type {
  AppendEntries,
  Message,
  PreVote,
  PreVoteResponse,
  RequestVote,
  RequestVoteResponse,
} from './message.ts';
import type { Progress } from './progress.ts';
import type { Server } from './server.ts';
import type { Snapshot } from './snapshot.ts';
import type { TimerName } from './timers.ts';

/**
 * Hears of all that a server has to tell, right when it would tell it, without an event being made
 * of it: who looks at millions of runs need not have them written. There is a method for each
 * event; `other` stands for those of reads, transfers, changes of membership and locks.
 */
export interface Watch {
  started(server: Server): void;
  termChanged(server: Server, from: number): void;
  roleChanged(server: Server, from: Role, cause: string): void;
  leaderRecognized(server: Server, leader: string): void;
  electionStarted(server: Server, preVote: boolean): void;
  voteGranted(server: Server, request: RequestVote | PreVote, preVote: boolean): void;
  voteDenied(server: Server, cause: string): void;
  voteReceived(
    server: Server,
    response: RequestVoteResponse | PreVoteResponse,
    preVote: boolean,
  ): void;
  sent(server: Server, message: Message): void;
  received(server: Server, message: Message): void;
  proposed(server: Server): void;
  appended(server: Server, firstIndex: number, entries: readonly Entry[]): void;
  truncated(server: Server, fromIndex: number): void;
  appendAccepted(server: Server, request: AppendEntries): void;
  appendRejected(server: Server, cause: string): void;
  progressed(server: Server, progress: Progress, cause: string): void;
  /** commitIndex has moved, to an entry of this term; `acks` only at a leader. */
  committed(
    server: Server,
    entryTerm: number | undefined,
    acks: readonly string[] | undefined,
  ): void;
  applied(server: Server, index: number, entry: Entry): void;
  persisted(
    server: Server,
    durable: Pick<DurableWrite, 'currentTerm' | 'votedFor' | 'lastLogIndex'>,
  ): void;
  timerStarted(server: Server, timer: TimerName): void;
  timerExpired(server: Server, timer: TimerName): void;
  snapshotTaken(server: Server, snapshot: Snapshot): void;
  snapshotSent(server: Server): void;
  snapshotInstalled(server: Server, snapshot: Snapshot): void;
  other(server: Server): void;
}
