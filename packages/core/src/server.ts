import type { Attention, Role, TraceEvent } from '@raftlens/trace';
import type { Configuration } from './configuration.ts';
import type { PlacedConfiguration } from './configurations.ts';
import type { Entry } from './entry.ts';
import { createHeartbeatRoutine, type HeartbeatRoutine } from './events/heartbeat-routine.ts';
import { tellHeld } from './events/message-events.ts';
import { createLog, type Log } from './log.ts';
import type { Message } from './message.ts';
import type { Progress } from './progress.ts';
import type { ConfirmingRead, EndedRead, ForwardedRead } from './reads.ts';
import type { Settings } from './settings.ts';
import type { Snapshot } from './snapshot.ts';
import type { StoredState } from './stored-state.ts';
import type { Transfer } from './transfer-leadership.ts';
import type { Watch } from './watch.ts';

/** Receives every event of a server, in order; or those that it needs, where it says so. */
export interface Observer {
  /** The most frequent events come with their `slotOf`, which is known where they are made. */
  (event: TraceEvent, slot?: number): void;
  /** What it needs to see. Events that are left out have no number, so that `seq` has no gaps. */
  readonly attention?: Attention | undefined;
}

/** What makes one server. */
export interface ServerOptions {
  readonly id: string;
  /** Ids of the voting servers of a new cluster; storage may know better. */
  readonly voters: readonly string[];
  /** Servers that receive entries and do not vote. */
  readonly learners?: readonly string[] | undefined;
  readonly settings: Settings;
  /** Uniform in [0, 1): the only source of chance, so that a seed decides everything. */
  readonly random: () => number;
  /** Leave it out and no event is ever made. */
  readonly observer?: Observer | undefined;
  /** Hears of the same as the observer, and no event is made for it. */
  readonly watch?: Watch | undefined;
  /** Added to the driver's clock in events: ms since the epoch at clock 0. */
  readonly clockBaseMs?: number | undefined;
  /** Raft group and run that its events name, where one trace has several. */
  readonly group?: string | undefined;
  readonly run?: string | undefined;
  /** How often this server has started before. */
  readonly incarnation?: number | undefined;
  /** What its storage held; leave it out for a new server. */
  readonly stored?: StoredState | undefined;
}

/**
 * One Raft server: the state of Figure 2 under the paper's names, and what it wants done.
 *
 * It is driven from outside and does nothing by itself: give it messages, the time and commands
 * through the functions of this package, then take what it wants done with `takeEffects`. All
 * times are ms on the driver's clock.
 */
export interface Server {
  readonly id: string;
  readonly settings: Settings;
  readonly random: () => number;
  readonly observer: Observer | undefined;
  readonly watch: Watch | undefined;
  readonly clockBaseMs: number;
  readonly group: string | undefined;
  readonly run: string | undefined;
  readonly incarnation: number;

  /** Persistent on all servers. */
  currentTerm: number;
  votedFor: string | undefined;
  log: Log;
  /** What took the place of the log's beginning. */
  snapshot: Snapshot | undefined;

  /** Volatile on all servers. */
  commitIndex: number;
  lastApplied: number;
  role: Role;
  leaderId: string | undefined;
  /** The last configuration in the log, which is the one in force (Raft §6). */
  configuration: Configuration;
  /** Every one that the log still has, and the one that held where it begins. */
  configurations: PlacedConfiguration[];

  /** Candidates: who voted for this server in this election, itself included. */
  votesGranted: Set<string>;
  /** Leaders: what is known of each peer. */
  progress: Progress[];

  /** Leaders: leadership is being handed over (thesis §3.10). */
  transfer: Transfer | undefined;
  /** Leaders: an election may have been called in this term, so that no lease can be trusted. */
  leaseForfeited: boolean;

  /** Leaders: reads that wait until it is sure that nobody else leads (thesis §6.4). */
  confirmingReads: ConfirmingRead[];
  /** Number of the last round of heartbeats that a read began; one is to go out. */
  readRound: number;
  readDue: boolean;
  /** Reads of own clients that the leader was asked about. */
  forwardedReads: ForwardedRead[];
  endedReads: EndedRead[];

  /** Times at which timers fire; Infinity when they are off. */
  electionDeadline: number;
  heartbeatDeadline: number;
  quorumDeadline: number;
  transferDeadline: number;
  readDeadline: number;
  /** When a leader of the current term was last heard from; what pre-vote asks about. */
  leaderHeardAt: number;
  /** When the election timer was last started. */
  electionStartedAt: number;

  /** Time of the input at work. */
  now: number;
  /** Number of the last event, and of the last message. */
  seq: number;
  serial: number;
  /** Which heartbeats need not be told, where the observer says what it needs. */
  routine: HeartbeatRoutine | undefined;
  /** Term and role as the last event told them; no role where that leaves it open. */
  toldTerm: number;
  toldRole: Role | undefined;

  /** What is already durable; the rest goes out with the next effects. */
  durableIndex: number;
  stateDirty: boolean;
  /** First index whose durable copy is missing or outdated. */
  logDirtyFrom: number;
  outbox: Message[];
  /** Commands wait to be sent to the followers. */
  appendDue: boolean;
  committed: Entry[];
  /** A configuration was committed since the last effects; its leader has to act on it. */
  configurationCommitted: boolean;
  snapshotDirty: boolean;
  /** A snapshot that the state machine has to take over before anything in `committed`. */
  restored: Snapshot | undefined;
}

/**
 * A server in the state in which it would start: follower, with what was stored (Raft §5.1, §5.2).
 */
export function initialServer(options: ServerOptions): Server {
  const { stored } = options;
  const log = createLog(stored?.entries, stored?.snapshot?.index, stored?.snapshot?.term);
  const first: PlacedConfiguration = {
    index: log.baseIndex,
    configuration: stored?.snapshot?.configuration ?? {
      voters: options.voters,
      votersOutgoing: [],
      learners: options.learners ?? [],
    },
  };
  const lastStored = log.baseIndex + log.entries.length;
  return {
    id: options.id,
    settings: options.settings,
    random: options.random,
    observer: options.observer,
    watch: options.watch,
    clockBaseMs: options.clockBaseMs ?? 0,
    group: options.group,
    run: options.run,
    incarnation: options.incarnation ?? 0,
    currentTerm: stored?.currentTerm ?? 0,
    votedFor: stored?.votedFor,
    log,
    snapshot: stored?.snapshot,
    commitIndex: log.baseIndex,
    lastApplied: log.baseIndex,
    role: 'follower',
    leaderId: undefined,
    configuration: first.configuration,
    configurations: [first],
    votesGranted: new Set(),
    progress: [],
    transfer: undefined,
    leaseForfeited: false,
    confirmingReads: [],
    readRound: 0,
    readDue: false,
    forwardedReads: [],
    endedReads: [],
    electionDeadline: Number.POSITIVE_INFINITY,
    heartbeatDeadline: Number.POSITIVE_INFINITY,
    quorumDeadline: Number.POSITIVE_INFINITY,
    transferDeadline: Number.POSITIVE_INFINITY,
    readDeadline: Number.POSITIVE_INFINITY,
    leaderHeardAt: Number.NEGATIVE_INFINITY,
    electionStartedAt: 0,
    now: 0,
    seq: stored?.seq ?? 0,
    serial: 0,
    routine:
      options.observer?.attention === undefined ? undefined : createHeartbeatRoutine(tellHeld),
    toldTerm: 0,
    toldRole: undefined,
    durableIndex: lastStored,
    stateDirty: false,
    logDirtyFrom: lastStored + 1,
    outbox: [],
    appendDue: false,
    committed: [],
    configurationCommitted: false,
    snapshotDirty: false,
    restored: undefined,
  };
}
