import type { BareEvent } from '../bare-event.ts';
import type { CensusTaker } from '../census.ts';
import type { TraceEntry } from './trace-entry.ts';
import { defined, self, tellMessage } from './trace-messages.ts';
import { createTracedServer, type TracedServer } from './traced-server.ts';

/** Follows the servers of one file. */
export interface TraceStory {
  tell(entry: TraceEntry): readonly BareEvent[];
  /** The run of the last line, where a file has several clusters one after another. */
  readonly run: string | undefined;
}

/** More servers than these are no cluster's. */
const mostServers = 1000;

/**
 * Every line shows the whole state of its server: what moved since its line before is told, and
 * then what the line is about.
 */
export function createTraceStory(census: CensusTaker): TraceStory {
  let servers = new Map<string, TracedServer>();
  let scenario: string | undefined;
  let cluster = 1;

  const serverOf = (node: string): TracedServer => {
    let server = servers.get(node);
    if (server === undefined) {
      server = createTracedServer(node, 1);
      if (servers.size < mostServers) servers.set(node, server);
      census.speaks(node);
    }
    return server;
  };

  return {
    get run() {
      return cluster === 1 ? scenario : [scenario, `cluster ${cluster}`].join(' ').trim();
    },
    tell(entry) {
      if (entry.scenario !== scenario) {
        scenario = entry.scenario;
        cluster = 1;
        servers = new Map();
      }
      for (const voter of [...entry.voters, ...entry.votersOutgoing]) census.belongs(voter);
      if (entry.name === 'InitState') {
        let before = servers.get(entry.node);
        // A log that is gone is no restart's: another cluster, as the next test makes one.
        if (entry.lastLogIndex === 0 && (before?.lastLogIndex ?? 0) > 0) {
          before = undefined;
          cluster += 1;
          servers = new Map();
        }
        const server = createTracedServer(entry.node, (before?.inc ?? 0) + 1);
        if (before !== undefined || servers.size < mostServers) servers.set(entry.node, server);
        census.speaks(entry.node);
        return [start(server, entry)];
      }
      const server = serverOf(entry.node);
      server.lastLogIndex = entry.lastLogIndex;
      return [
        ...moveTerm(server, entry),
        ...moveRole(server, entry),
        ...moveConfiguration(server, entry),
        ...moveCommit(server, entry),
        ...propose(server, entry),
        ...tellMessage(server, entry),
      ];
    },
  };
}

/**
 * The library says so before it loads what its storage holds: a term or commitIndex of 0 is not
 * its own yet.
 */
function start(server: TracedServer, entry: TraceEntry): BareEvent {
  server.role = 'follower';
  server.term = entry.term === 0 ? undefined : entry.term;
  server.commit = entry.commit === 0 ? undefined : entry.commit;
  server.configuration = configurationOf(entry);
  const known = server.term !== undefined;
  const { node, inc, term } = server;
  return defined({
    event: 'node.started',
    ...{ node, inc, term, role: 'follower' },
    votedFor: known ? entry.vote : undefined,
    commitIndex: server.commit,
    lastLogIndex: entry.lastLogIndex,
    lastLogTerm: entry.lastLogTerm,
    snapshotIndex: entry.snapshotIndex,
    snapshotTerm: entry.snapshotTerm,
    voters: entry.voters.length === 0 ? undefined : entry.voters,
    votersOutgoing: entry.votersOutgoing.length === 0 ? undefined : entry.votersOutgoing,
  });
}

function moveTerm(server: TracedServer, entry: TraceEntry): readonly BareEvent[] {
  const from = server.term;
  server.term = entry.term;
  if (from === undefined || entry.term <= from || entry.role === 'leader') return [];
  return [{ event: 'term.changed', ...self(server, entry), from, to: entry.term }];
}

function moveRole(server: TracedServer, entry: TraceEntry): readonly BareEvent[] {
  const from = server.role;
  const to = entry.role;
  if (to === undefined) return [];
  server.role = to;
  const says = entry.name === `Become${to.charAt(0).toUpperCase()}${to.slice(1)}`;
  const stands = to === 'candidate' && says;
  // The first line of a server also shows a role that it has had before.
  if (from === to ? !stands : from === undefined && !says && to !== 'leader') return [];
  const changed = defined({
    event: 'role.changed',
    ...self(server, entry),
    ...{ from: saidFrom(from, to), to },
    ...{ cause: to === 'leader' && says ? 'won-election' : undefined },
  });
  return stands ? [changed, ...campaign(server, entry)] : [changed];
}

/** The role before, unless a line is lost between: no line says from where it went. */
function saidFrom(from: TraceEntry['role'], to: TraceEntry['role']): TraceEntry['role'] {
  const isShortCut = from === 'follower' && to === 'leader';
  return isShortCut || (from === 'leader' && to !== 'follower') ? undefined : from;
}

function campaign(server: TracedServer, entry: TraceEntry): readonly BareEvent[] {
  const { lastLogIndex, lastLogTerm, voters, vote, node } = entry;
  const me = self(server, entry);
  const asked = voters.length === 0 ? undefined : voters;
  const started = defined({
    event: 'election.started',
    ...{ ...me, lastLogIndex, lastLogTerm, voters: asked },
  });
  if (vote !== node) return [started];
  return [defined({ event: 'vote.granted', ...me, candidate: node, lastLogIndex }), started];
}

function moveCommit(server: TracedServer, entry: TraceEntry): readonly BareEvent[] {
  const from = server.commit;
  const to = entry.commit;
  if (to === undefined) return [];
  server.commit = to;
  if (from === undefined || to <= from) return [];
  return [{ event: 'commit.advanced', ...self(server, entry), from, to }];
}

function moveConfiguration(server: TracedServer, entry: TraceEntry): readonly BareEvent[] {
  const configuration = configurationOf(entry);
  if (entry.voters.length === 0 || configuration === server.configuration) return [];
  server.configuration = configuration;
  const { voters, votersOutgoing } = entry;
  const applied = { event: 'config.applied', ...self(server, entry), voters } as const;
  return [votersOutgoing.length === 0 ? applied : { ...applied, votersOutgoing }];
}

/** A batch proposes its entries before any of them is in the log. */
function propose(server: TracedServer, entry: TraceEntry): readonly BareEvent[] {
  const { name, lastLogIndex, term } = entry;
  if (name !== 'Replicate' || lastLogIndex === undefined) {
    server.proposals = 0;
    return [];
  }
  server.proposals += 1;
  const index = lastLogIndex + server.proposals;
  return [{ event: 'entry.proposed', ...self(server, entry), index, entryTerm: term }];
}

function configurationOf({ voters, votersOutgoing }: TraceEntry): string {
  return `${voters.toSorted().join(' ')}|${votersOutgoing.toSorted().join(' ')}`;
}
