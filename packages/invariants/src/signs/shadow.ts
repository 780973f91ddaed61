import type { EventOf, Role, TraceEvent } from '@raftlens/trace';

/** An entry as far as the lines tell it. */
export interface ShadowEntry {
  readonly term: number;
  readonly hash: string | undefined;
}

/** The configurations of a server's log, the last one in force. */
export interface ShadowConfiguration {
  readonly index: number;
  readonly voters: readonly string[];
  readonly outgoing: readonly string[];
  readonly learners: readonly string[];
}

/** What a server's own lines say that it holds, rebuilt line by line. */
export interface Shadow {
  readonly id: string;
  role: Role | undefined;
  term: number | undefined;
  /** Null for none; undefined where the lines do not say. */
  votedFor: string | null | undefined;
  life: number | undefined;
  seq: number | undefined;
  /** Entries by index; one that is not here is unknown. */
  readonly log: Map<number, ShadowEntry>;
  last: number;
  base: number;
  baseTerm: number;
  commit: number;
  /** When it last committed a configuration, or became leader since. */
  committedAt: number | undefined;
  applied: number;
  configurations: ShadowConfiguration[];
  /** What each peer is known to hold, as this server leads. */
  readonly progress: Map<string, { match: number; next: number }>;
  /** What its disk holds: as the last lines of writing say. */
  durable: { last: number; term: number; votedFor: string | undefined } | undefined;
  election: EventOf<'election.started'> | undefined;
  /** Its last election timeout, ms. */
  lastTimeout: number | undefined;
  /** Who gave it a vote in its current election, itself included. */
  readonly votes: Set<string>;
  /** Lines that tell of a vote counted in its current election, its own included. */
  voteLines: number;
  /** Who gave it one in an earlier election of this life. */
  readonly earlierVotes: Set<string>;
}

/** A server of which no line is known. */
export function createShadow(id: string): Shadow {
  return {
    id,
    role: undefined,
    term: undefined,
    votedFor: undefined,
    life: undefined,
    seq: undefined,
    log: new Map(),
    last: 0,
    base: 0,
    baseTerm: 0,
    commit: 0,
    committedAt: undefined,
    applied: 0,
    configurations: [],
    progress: new Map(),
    durable: undefined,
    election: undefined,
    lastTimeout: undefined,
    votes: new Set(),
    voteLines: 0,
    earlierVotes: new Set(),
  };
}

/** The term of the entry at an index; undefined where it is not known, or there is none. */
export function termAt(server: Shadow, index: number): number | undefined {
  if (index === 0) return 0;
  if (index === server.base) return server.baseTerm;
  return server.log.get(index)?.term;
}

/** The configuration in force, as far as the lines tell. */
export function configurationOf({ configurations }: Shadow): ShadowConfiguration | undefined {
  return configurations.at(-1);
}

/** Takes in the next line of the server. */
export function follow(server: Shadow, event: TraceEvent): void {
  if (event.term !== undefined) setTerm(server, event.term);
  if (event.role !== undefined) server.role = event.role;
  if (event.inc !== undefined) server.life = event.inc;
  followVotes(server, event);
  believe(server, event);
  followLog(server, event);
  followLeading(server, event);
}

function setTerm(server: Shadow, term: number): void {
  if (server.term === term) return;
  if (server.term !== undefined) server.votedFor = null;
  server.term = term;
}

function followVotes(server: Shadow, event: TraceEvent): void {
  switch (event.event) {
    case 'node.started':
      server.votedFor = event.votedFor ?? null;
      server.election = undefined;
      server.votes.clear();
      server.earlierVotes.clear();
      return;
    case 'election.started':
      server.election = event;
      for (const id of server.votes) if (id !== server.id) server.earlierVotes.add(id);
      server.votes.clear();
      server.votes.add(server.id);
      server.voteLines = 1;
      if (event.preVote !== true) server.votedFor = server.id;
      return;
    case 'vote.granted':
      if (event.preVote !== true) server.votedFor = event.candidate;
      return;
    case 'vote.received':
      if (event.granted) {
        server.votes.add(event.from);
        server.voteLines += 1;
      }
      return;
    default:
  }
}

/** Where a server says that its log ends, it ends there, whatever its lines told before. */
function believe(server: Shadow, event: TraceEvent): void {
  if (
    event.event !== 'election.started' &&
    event.event !== 'vote.granted' &&
    event.event !== 'vote.denied'
  )
    return;
  const { lastLogIndex: told } = event;
  if (told === undefined || told === server.last || told < server.base) return;
  for (const index of server.log.keys()) if (index > told) server.log.delete(index);
  server.last = told;
}

function followLog(server: Shadow, event: TraceEvent): void {
  switch (event.event) {
    case 'node.started':
      restart(server, event);
      return;
    case 'log.appended':
      event.entries.forEach(({ term, hash }, place) => {
        server.log.set(event.firstIndex + place, { term, hash });
      });
      server.last = event.firstIndex + event.entries.length - 1;
      return;
    case 'log.truncated':
      truncate(server, event.fromIndex);
      return;
    case 'snapshot.taken':
      compact(server, event.index, event.snapshotTerm ?? 0);
      return;
    case 'snapshot.installed':
      install(server, event);
      return;
    case 'config.appended':
      append(server, placed(event.index ?? server.last, event));
      return;
    case 'commit.advanced':
      server.commit = event.to;
      return;
    case 'config.committed':
      server.committedAt = event.time;
      return;
    case 'entry.applied':
      server.applied = event.index;
      return;
    case 'state.persisted':
      server.durable = {
        last: event.lastLogIndex ?? server.durable?.last ?? 0,
        term: event.currentTerm ?? 0,
        votedFor: event.votedFor,
      };
      return;
    default:
  }
}

type Configured = EventOf<'config.appended' | 'snapshot.installed' | 'node.started'>;

function placed(index: number, event: Configured): ShadowConfiguration {
  const { voters = [], votersOutgoing: outgoing = [], learners = [] } = event;
  return { index, voters, outgoing, learners };
}

function restart(server: Shadow, event: EventOf<'node.started'>): void {
  const { lastLogIndex = 0, snapshotIndex = 0, snapshotTerm = 0 } = event;
  // What it says of itself counts, whatever it held before.
  for (const index of server.log.keys()) if (index > lastLogIndex) server.log.delete(index);
  if (event.lastLogTerm !== undefined && lastLogIndex > 0) {
    const known = server.log.get(lastLogIndex);
    if (known?.term !== event.lastLogTerm) server.log.clear();
    server.log.set(lastLogIndex, known ?? { term: event.lastLogTerm, hash: undefined });
  }
  server.last = lastLogIndex;
  server.base = snapshotIndex;
  server.baseTerm = snapshotTerm;
  server.commit = event.commitIndex ?? snapshotIndex;
  server.applied = server.commit;
  server.progress.clear();
  if (event.voters === undefined) return;
  // Its place is not told: what the lines before say, or else somewhere in the log.
  const started = placed(lastLogIndex, event);
  if (isSame(server.configurations.at(-1), started)) return;
  server.configurations = [started];
}

function append(server: Shadow, configuration: ShadowConfiguration): void {
  const { configurations } = server;
  while ((configurations.at(-1)?.index ?? -1) >= configuration.index) configurations.pop();
  configurations.push(configuration);
}

/** Whether two configurations are of the same servers. */
function isSame(one: ShadowConfiguration | undefined, other: ShadowConfiguration): boolean {
  const lists = (each: ShadowConfiguration): string =>
    JSON.stringify([each.voters, each.outgoing, each.learners]);
  return one !== undefined && lists(one) === lists(other);
}

function truncate(server: Shadow, from: number): void {
  const first = Math.max(from, server.base + 1);
  forgetBetween(server, first, server.last);
  server.last = Math.max(0, from - 1);
  if (server.configurations.length > 1) {
    server.configurations = server.configurations.filter(
      ({ index }) => index < from || index === 0,
    );
  }
}

/** What followed the snapshot in a log that held its last entry stays, configurations too. */
function install(server: Shadow, event: EventOf<'snapshot.installed'>): void {
  const { index, snapshotTerm } = event;
  const held = termAt(server, index) === snapshotTerm;
  if (!held) truncate(server, 0);
  compact(server, index, snapshotTerm ?? 0);
  server.commit = index;
  server.applied = index;
  const behind = held ? server.configurations.filter((each) => each.index > index) : [];
  server.configurations = [placed(index, event), ...behind];
}

/** A line may claim any range: it costs no more than what is remembered. */
function forgetBetween({ log }: Shadow, from: number, to: number): void {
  if (to - from > log.size) {
    for (const index of log.keys()) if (index >= from && index <= to) log.delete(index);
  } else {
    for (let index = from; index <= to; index += 1) log.delete(index);
  }
}

function compact(server: Shadow, index: number, term: number): void {
  forgetBetween(server, server.base, index);
  server.base = index;
  server.baseTerm = term;
  server.last = Math.max(server.last, index);
}

function followLeading(server: Shadow, event: TraceEvent): void {
  if (event.event === 'role.changed' && event.to === 'leader') {
    server.progress.clear();
    server.committedAt = event.time;
  }
  if (event.event !== 'progress.updated') return;
  const known = server.progress.get(event.peer);
  server.progress.set(event.peer, {
    match: event.matchIndex ?? known?.match ?? 0,
    next: event.nextIndex ?? known?.next ?? 0,
  });
}
