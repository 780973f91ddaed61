import type { Configuration, EndedRead, Entry, Message } from '@raftlens/core';
import type { Host, RandomCluster } from './random-cluster.ts';

/** What was seen of a cluster so far, against which every further step is checked. */
export interface Safety {
  readonly leaders: Map<number, string>;
  readonly terms: Map<string, number>;
  readonly commits: Map<string, number>;
  /** What was committed at each index, and in which term at the latest. */
  readonly committed: Map<number, { readonly entry: string; readonly term: number }>;
  /** The voters of every configuration that was committed, by its index. */
  readonly voters: Map<number, string>;
}

/** Nothing seen yet. */
export function createSafety(): Safety {
  return {
    leaders: new Map(),
    terms: new Map(),
    commits: new Map(),
    committed: new Map(),
    voters: new Map(),
  };
}

/** The properties of Raft Figure 3, and that terms and commit indexes never go back. */
export function checkSafety(safety: Safety, { hosts }: RandomCluster): void {
  for (const { id, server, incarnation } of hosts) {
    const { currentTerm, commitIndex } = server;
    checkSnapshot(safety, server);
    const life = `${id}.${incarnation}`;
    if (currentTerm < (safety.terms.get(id) ?? 0)) fail(`${id} goes back to term ${currentTerm}`);
    if (commitIndex < (safety.commits.get(life) ?? 0)) fail(`${id} uncommits to ${commitIndex}`);
    safety.terms.set(id, currentTerm);
    safety.commits.set(life, commitIndex);
    if (server.role !== 'leader') continue;
    const leader = safety.leaders.get(currentTerm);
    if (leader === undefined) checkCompleteness(safety, server);
    else if (leader !== id) fail(`${leader} and ${id} both lead term ${currentTerm}`);
    safety.leaders.set(currentTerm, id);
  }
  for (const [offset, left] of hosts.entries()) {
    for (const right of hosts.slice(offset + 1)) checkLogMatching(left, right);
  }
}

/** A new leader has every entry that was committed in a term before its own (Raft §5.4.3). */
function checkCompleteness(safety: Safety, { id, log, currentTerm }: Host['server']): void {
  for (const [index, { entry, term }] of safety.committed) {
    if (term >= currentTerm || index <= log.baseIndex) continue;
    const own = log.entries[index - log.baseIndex - 1];
    if (own === undefined || nameOf(own) !== entry) fail(`leader ${id} lacks ${entry} at ${index}`);
  }
}

/** A snapshot names the configuration of its own index (Raft §7). */
function checkSnapshot(safety: Safety, { id, snapshot }: Host['server']): void {
  if (snapshot === undefined) return;
  const indexes = [...safety.voters.keys()].filter((index) => index <= snapshot.index);
  if (indexes.length === 0) return;
  const voters = safety.voters.get(Math.max(...indexes));
  const named = votersOf(snapshot.configuration);
  if (named !== voters) fail(`${id} has a snapshot of ${snapshot.index} with ${named}`);
}

/** Two logs with an entry of equal index and term are equal up to there (Raft §5.3). */
function checkLogMatching(left: Host, right: Host): void {
  const [one, two] = [left.server.log, right.server.log];
  const base = Math.max(one.baseIndex, two.baseIndex);
  const last = Math.min(one.baseIndex + one.entries.length, two.baseIndex + two.entries.length);
  let agreed = false;
  for (let index = last; index > base; index -= 1) {
    const ours = one.entries[index - one.baseIndex - 1];
    const theirs = two.entries[index - two.baseIndex - 1];
    if (ours === undefined || theirs === undefined) fail(`no entry at ${index} of a log`);
    agreed ||= ours.term === theirs.term;
    if (!agreed || (ours.term === theirs.term && ours.hash === theirs.hash)) continue;
    fail(`logs of ${left.id} and ${right.id} agree later, and differ at ${index}`);
  }
}

/** State machine safety: at an index all servers apply the same entry (Raft §5.4.3). */
export function noteCommitted(
  safety: Safety,
  host: Host,
  from: number,
  entries: readonly Entry[],
): void {
  const { currentTerm } = host.server;
  for (const [offset, each] of entries.entries()) {
    const index = from + offset;
    const entry = nameOf(each);
    const before = safety.committed.get(index) ?? { entry, term: currentTerm };
    if (entry !== before.entry) fail(`${host.id} applies ${entry}, not ${before.entry}`);
    safety.committed.set(index, { entry, term: Math.min(before.term, currentTerm) });
    if (each.configuration !== undefined) {
      safety.voters.set(index, votersOf(each.configuration));
    }
  }
}

/** What a message tells of is on the sender's disk before it leaves (Raft Figure 2). */
export function checkDurable(host: Host, messages: readonly Message[]): void {
  const { id, server, currentTerm, votedFor, snapshot, entries } = host;
  if (server.currentTerm !== currentTerm || server.votedFor !== votedFor) {
    fail(`${id} has not stored its term and vote`);
  }
  const lastStored = (snapshot?.index ?? 0) + entries.length;
  for (const message of messages) {
    const { kind } = message;
    if (message.term > currentTerm) fail(`${id} sends ${kind} of a term that is not stored`);
    if (message.term !== currentTerm) continue;
    if (kind === 'RequestVote' && votedFor !== id) fail(`${id} has not stored its own vote`);
    if (kind === 'RequestVoteResponse' && message.voteGranted && votedFor !== message.to) {
      fail(`${id} has not stored its vote for ${message.to}`);
    }
    if ('matchIndex' in message && message.matchIndex > lastStored) {
      fail(`${id} acknowledges ${message.matchIndex} and has stored ${lastStored}`);
    }
  }
}

/** A read sees all that was committed when it began, which its name tells (thesis §6.4). */
export function checkReads({ server }: Host, reads: readonly EndedRead[]): void {
  for (const read of reads) {
    if (read.kind !== 'served') continue;
    if (read.readIndex < Number(read.id)) fail(`${server.id} reads ${read.readIndex}, ${read.id}`);
    if (server.lastApplied < read.readIndex) fail(`${server.id} reads what it has not applied`);
  }
}

function votersOf({ voters, votersOutgoing }: Configuration): string {
  return `${voters.join(' ')} / ${votersOutgoing.join(' ')}`;
}

function nameOf(entry: Entry): string {
  return `${entry.hash}@${entry.term}`;
}

function fail(claim: string): never {
  throw new Error(claim);
}
