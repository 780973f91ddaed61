import {
  type EventName,
  type EventOf,
  eventNumber,
  type Role,
  slotCount,
  type TraceEvent,
} from '@raftlens/trace';
import type { ClusterView } from './cluster-view.ts';
import {
  enterConfiguration,
  installConfiguration,
  leaveConfigurations,
  startConfigurations,
} from './configuration-log.ts';
import {
  createServerView,
  type MutableLeadership,
  type MutableServerView,
} from './create-server-view.ts';
import { createElectionTimeout } from './election-timeout.ts';
import { leadersSeen } from './leaders-seen.ts';
import type { Leadership } from './leadership.ts';
import { createPrintedKinds } from './printed-kinds.ts';
import { checkSequence, type SequenceTally } from './sequence-check.ts';
import { createTopology, type Topology } from './topology.ts';

/** Keeps a {@link ClusterView} up to date. */
export interface ClusterTracker {
  readonly view: ClusterView;
  readonly sequence: Readonly<SequenceTally>;
  /** The election timeout need not be learned from timers. */
  timeoutDeclared(): boolean;
  /** The event observed last is a copy of one before, and no news. */
  isCopy(): boolean;
  /**
   * Takes the next event, with its `slotOf`, its node and its time, which its reader knows already;
   * gives the leadership that it shows for the first time, if any.
   */
  observe(
    event: TraceEvent,
    slot: number,
    node: string | undefined,
    time: number,
  ): Leadership | undefined;
}

/** Votes of other terms that are kept per election, as evidence. */
const foreignVotesKept = 8;

/** A {@link ClusterView} as the tracker writes it: read at every event, so without accessors. */
type MutableClusterView = {
  -readonly [Field in keyof ClusterView]: ClusterView[Field];
};

/** What the tracker keeps beside the servers. */
interface State {
  readonly view: MutableClusterView;
  readonly servers: Map<string, MutableServerView>;
  readonly leaderships: MutableLeadership[];
  readonly topology: Topology;
  readonly sequence: SequenceTally;
  /** The server of the last event, as most often it is that of the next one too. */
  latest: MutableServerView | undefined;
  copied: boolean;
  /** The latest time told. */
  clock: number;
  /** The first voters that a line named, in words. */
  voters: string | undefined;
}

/**
 * Starts with a cluster of which nothing is known. With `tellsAll` every kind of line is printed
 * wherever there is something to tell; our own simulation declares that itself.
 */
export function createClusterTracker(
  group: string | undefined,
  run: string | undefined,
  tellsAll: boolean,
): ClusterTracker {
  const servers = new Map<string, MutableServerView>();
  const topology = createTopology(servers);
  const timeout = createElectionTimeout();
  const leaderships: MutableLeadership[] = [];
  const view: MutableClusterView = {
    group,
    run,
    servers,
    leaderships,
    started: undefined,
    fresh: false,
    tellsAll,
    votersMove: false,
    elections: 0,
    voters: topology.voters,
    votersDeclared: false,
    majority: () => Math.floor(topology.voters().length / 2) + 1,
    reachable: topology.reachable,
    everyVoterSpeaks: () => topology.voters().every((id) => servers.get(id)?.speaks === true),
    electionTimeoutMs: timeout.value,
    followers: new Map(),
  };
  const sequence = { lost: 0, disordered: 0 };
  const state: State = {
    view,
    servers,
    leaderships,
    topology,
    sequence,
    latest: undefined,
    copied: false,
    clock: 0,
    voters: undefined,
  };
  return {
    view,
    sequence,
    timeoutDeclared: timeout.declared,
    isCopy: () => state.copied,
    observe(event, slot, node, time) {
      state.copied = false;
      // Once declared only another declaration is of interest.
      if (node === undefined || !timeout.declared()) timeout.observe(event);
      if (node === undefined) {
        observeHarness(state, event);
        return undefined;
      }
      const server = serverOf(state, node);
      if (time >= state.clock) state.clock = time;
      // Virtual time is one for all servers.
      else if (view.started?.clock === 'virtual') server.disordered ??= 'time';
      if (!view.tellsAll) notePrinted(state, server, event, slot);
      if (changesNothing(server, event, slot, time)) return undefined;
      return observeServer(state, server, event);
    },
  };
}

const commitAdvanced: number = eventNumber['commit.advanced'];

/** Events that tell more of a server than its envelope does, by `slotOf`. */
const telling: readonly boolean[] = numbered([
  'node.started',
  'node.crashed',
  'node.stopped',
  'role.changed',
  'term.changed',
  'config.appended',
  'log.truncated',
  'snapshot.installed',
  'election.started',
  'vote.received',
]);

function numbered(names: readonly EventName[]): readonly boolean[] {
  const table = new Array<boolean>(slotCount).fill(false);
  for (const name of names) table[eventNumber[name]] = true;
  return table;
}

/**
 * Most events leave everything as it was: they are the next of their server, in the same term and
 * role. Told apart first, as the rest of the tracker costs several times as much.
 */
function changesNothing(
  server: MutableServerView,
  event: TraceEvent,
  slot: number,
  time: number,
): boolean {
  const { seq } = event;
  if (seq === undefined || seq - 1 !== server.seq || !server.unbroken) return false;
  if (event.role !== server.role || event.term !== server.term) return false;
  if (event.inc !== server.incarnation || telling[slot] === true) return false;
  if (server.role === 'leader' && server.leading === undefined) return false;
  server.seq = seq;
  server.lastTime = time;
  if (slot === commitAdvanced && event.event === 'commit.advanced') noteCommit(server, event);
  return true;
}

function notePrinted(
  state: State,
  server: MutableServerView,
  event: TraceEvent,
  slot: number,
): void {
  server.printed ??= createPrintedKinds();
  server.printed.note(slot, event.role ?? server.role);
  if (state.view.votersMove || !('voters' in event) || event.voters === undefined) return;
  const voters = [...event.voters].sort().join(' ');
  state.voters ??= voters;
  if (voters !== state.voters) state.view.votersMove = true;
}

function serverOf(state: State, id: string): MutableServerView {
  if (state.latest?.id === id) return state.latest;
  let server = state.servers.get(id);
  if (server === undefined) {
    server = createServerView(id);
    state.servers.set(id, server);
    state.topology.lookAgain();
  }
  state.latest = server;
  return server;
}

function observeHarness(state: State, event: TraceEvent): void {
  if (event.event === 'trace.started') {
    state.view.started ??= event;
    if (event.clock === 'virtual') state.view.tellsAll = true;
    for (const id of event.nodes ?? []) serverOf(state, id);
    declare(state, event.nodes);
  } else if (event.event === 'test.started') {
    state.view.fresh = true;
  } else if (event.event === 'test.observed' && event.fact === 'leaders-in-term') {
    // The harness asked the servers for their term, which the lines of some programs do not tell.
    for (const leadership of leadersSeen(state.leaderships, event)) leadership.term = event.ofTerm;
  } else if (event.event === 'fault.injected' && event.fault === 'partition') {
    for (const id of event.nodes ?? []) {
      serverOf(state, id).cutOff = { since: event.time, event, side: event.nodes ?? [] };
    }
  } else if (event.event === 'fault.cleared' && event.fault === 'partition') {
    for (const id of event.nodes ?? []) serverOf(state, id).cutOff = undefined;
  }
}

function declare({ topology, view }: State, voters: readonly string[] | undefined): void {
  topology.declare(voters);
  view.votersDeclared = topology.declared();
}

function observeServer(
  state: State,
  server: MutableServerView,
  event: TraceEvent,
): Leadership | undefined {
  const before = server.incarnation;
  state.copied = !checkSequence(server, event, state.sequence);
  if (state.copied) return undefined;
  if (event.inc !== undefined && event.inc !== (before ?? event.inc)) {
    endLeadership(server, event.time, 'restarted');
    beginLife(server);
  }
  server.speaks = true;
  server.lastTime = event.time;
  if (event.term !== undefined) server.term = event.term;
  switch (event.event) {
    case 'node.started':
      server.alive = true;
      server.started = event;
      endLeadership(server, event.time, 'restarted');
      setRole(state, server, event.role ?? 'follower', event);
      if (event.inc === undefined) beginLife(server);
      startConfigurations(server.configurations, event);
      server.commitIndex = event.commitIndex ?? event.snapshotIndex ?? 0;
      if (event.voters !== undefined) declare(state, event.voters);
      return undefined;
    case 'node.crashed':
    case 'node.stopped':
      server.alive = false;
      endLeadership(server, event.time, event.event === 'node.crashed' ? 'crashed' : 'stopped');
      return undefined;
    case 'config.appended':
      declare(state, [...event.voters, ...(event.votersOutgoing ?? [])]);
      enterConfiguration(server.configurations, event);
      return noteRole(state, server, event, event.role);
    case 'log.truncated':
      leaveConfigurations(server.configurations, event.fromIndex);
      return noteRole(state, server, event, event.role);
    case 'snapshot.installed':
      installConfiguration(server.configurations, event);
      server.commitIndex = Math.max(server.commitIndex, event.index);
      return noteRole(state, server, event, event.role);
    case 'commit.advanced':
      noteCommit(server, event);
      return noteRole(state, server, event, event.role);
    case 'election.started':
      if (event.preVote === true) {
        return noteRole(state, server, event, event.role ?? 'pre-candidate');
      }
      noteElection(state, server, event);
      return noteRole(state, server, event, event.role ?? 'candidate');
    case 'vote.received':
      noteVote(server, event);
      return noteRole(state, server, event, event.role);
    case 'role.changed':
      return noteRole(state, server, event, event.to, event.cause);
    case 'term.changed':
      // Told between the new term and the new role, so the role beside it is still the old one.
      return undefined;
    default:
      return noteRole(state, server, event, event.role);
  }
}

/** A restart forgets what was not stored. */
function beginLife(server: MutableServerView): void {
  server.configurations.length = 0;
  server.commit = undefined;
  server.commitIndex = 0;
}

function noteCommit(server: MutableServerView, event: EventOf<'commit.advanced'>): void {
  server.commit = event;
  server.commitIndex = Math.max(server.commitIndex, event.to);
}

function noteElection(
  state: State,
  server: MutableServerView,
  event: EventOf<'election.started'>,
): void {
  state.view.elections += 1;
  server.election = { event, ordinal: state.view.elections };
  server.foreignVotes = [];
}

function noteVote(server: MutableServerView, event: EventOf<'vote.received'>): void {
  if (!event.granted || event.preVote === true || event.rpcTerm === undefined) return;
  if (event.term === undefined || event.rpcTerm === event.term) return;
  if (server.foreignVotes.length >= foreignVotesKept) return;
  server.foreignVotes.push(event);
}

function setRole(
  { topology }: State,
  server: MutableServerView,
  role: Role,
  event: TraceEvent,
): void {
  if (role === 'learner' || server.role === 'learner') topology.lookAgain();
  server.role = role;
  server.roleEvent = event;
}

function noteRole(
  state: State,
  server: MutableServerView,
  event: TraceEvent,
  role: Role | undefined,
  cause?: string,
): Leadership | undefined {
  if (role === undefined) return undefined;
  if (role !== server.role || event.event === 'role.changed') setRole(state, server, role, event);
  const { leading } = server;
  if (role !== 'leader') {
    if (leading !== undefined) endLeadership(server, event.time, cause ?? 'stepped-down');
    return undefined;
  }
  if (leading === undefined) return beginLeadership(state, server, event);
  if (event.term === undefined || event.term === leading.term) return undefined;
  if (leading.term === undefined) {
    leading.term = event.term;
    return leading;
  }
  endLeadership(server, event.time, 'term-changed');
  return beginLeadership(state, server, event);
}

function beginLeadership(
  state: State,
  server: MutableServerView,
  event: TraceEvent,
): MutableLeadership {
  const leadership = { node: server.id, term: event.term, began: event, ended: undefined };
  server.leading = leadership;
  server.lastLeadership = leadership;
  state.leaderships.push(leadership);
  return leadership;
}

function endLeadership(server: MutableServerView, time: number, how: string): void {
  if (server.leading === undefined) return;
  server.leading.ended = { time, how };
  server.leading = undefined;
}
