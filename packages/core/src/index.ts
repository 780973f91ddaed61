export { changeMembership, type Membership, type MembershipChange } from './change-membership.ts';
export { compact, type TakenSnapshot } from './compact.ts';
export type { Configuration } from './configuration.ts';
export { type Core, core } from './core.ts';
export { createServer } from './create-server.ts';
export { type DurableWrite, type Effects, takeEffects } from './effects.ts';
export type { Entry } from './entry.ts';
export { messageId } from './events/message-events.ts';
export type {
  AppendEntries,
  AppendEntriesResponse,
  InstallSnapshot,
  InstallSnapshotResponse,
  Message,
  PreVote,
  PreVoteResponse,
  ReadIndex,
  ReadIndexResponse,
  RequestVote,
  RequestVoteResponse,
  TimeoutNow,
} from './message.ts';
export { persisted } from './persisted.ts';
export type { Progress } from './progress.ts';
export { type Proposed, propose } from './propose.ts';
export type { EndedRead } from './reads.ts';
export { receive } from './receive.ts';
export type { Observer, Server, ServerOptions } from './server.ts';
export {
  createSessions,
  type Session,
  type SessionOutcome,
  type SessionRequest,
  type Sessions,
  type SessionsOptions,
  type SessionsSnapshot,
} from './sessions.ts';
export { defaultSettings, type Settings } from './settings.ts';
export type { Snapshot } from './snapshot.ts';
export { type ReadAnswer, startRead } from './start-read.ts';
export type { StoredState } from './stored-state.ts';
export { tick } from './tick.ts';
export { nextDeadline, type TimerName } from './timers.ts';
export { type TransferAnswer, transferLeadership } from './transfer-leadership.ts';
export type { Watch } from './watch.ts';
