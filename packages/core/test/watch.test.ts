import { core, messageId, type Server, type Settings, type Watch } from '@raftlens/core';
import type { EventName, TraceEvent } from '@raftlens/trace';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionsWithChanges } from './properties/actions.ts';
import { act, createRandomCluster } from './properties/random-cluster.ts';

const courses = fc.sample(actionsWithChanges, { seed: 9, numRuns: 30 });
const extensions: readonly Partial<Settings>[] = [
  {},
  { preVote: true, noOpEntry: true },
  { leaderStickiness: true, leaseDriftMs: 0, noOpEntry: true, maxInflightAppends: 2 },
];

/** What a watch and an event say alike, in the same words. */
type Said = readonly unknown[];

/** Those that a watch hears of as something else. */
const others: readonly EventName[] = [
  'config.proposed',
  'config.appended',
  'config.committed',
  'read.started',
  'read.served',
  'transfer.started',
  'transfer.finished',
];

function saidByEvent(event: TraceEvent): Said {
  const head = [event.node, event.term, event.role];
  if (others.includes(event.event)) return ['other', ...head];
  const name = event.event;
  switch (name) {
    case 'term.changed':
      return [name, ...head, event.from];
    case 'role.changed':
      return [name, ...head, event.from, event.cause];
    case 'leader.recognized':
      return [name, ...head, event.leader];
    case 'election.started':
      return [name, ...head, event.preVote];
    case 'vote.granted':
      return [name, ...head, event.candidate, event.preVote];
    case 'vote.received':
      return [name, ...head, event.from, event.granted, event.preVote];
    case 'message.sent':
    case 'message.received':
      return [name, ...head, event.id];
    case 'vote.denied':
    case 'append.rejected':
      return [name, ...head, event.cause];
    case 'log.appended':
      return [name, ...head, event.firstIndex, event.entries.map(({ hash }) => hash)];
    case 'log.truncated':
      return [name, ...head, event.fromIndex];
    case 'append.accepted':
      return [name, ...head, event.leader, event.prevLogIndex];
    case 'progress.updated':
      return [name, ...head, event.peer, event.matchIndex, event.cause];
    case 'commit.advanced':
      return [name, ...head, event.entryTerm, event.acks];
    case 'entry.applied':
      return [name, ...head, event.index, event.hash];
    case 'state.persisted':
      return [name, ...head, event.currentTerm, event.votedFor, event.lastLogIndex];
    case 'timer.started':
    case 'timer.expired':
      return [name, ...head, event.timer];
    case 'snapshot.taken':
    case 'snapshot.installed':
      return [name, ...head, event.index];
    default:
      return [name, ...head];
  }
}

/** A watch that notes what it hears in those words. */
function noting(say: (said: Said) => void): Watch {
  const tell = (name: EventName | 'other', server: Server, ...more: Said): void =>
    say([name, server.id, server.currentTerm, server.role, ...more]);
  return {
    started: (server) => tell('node.started', server),
    termChanged: (server, from) => tell('term.changed', server, from),
    roleChanged: (server, from, cause) => tell('role.changed', server, from, cause),
    leaderRecognized: (server, leader) => tell('leader.recognized', server, leader),
    electionStarted: (server, preVote) => tell('election.started', server, preVote),
    voteGranted: (server, { from }, preVote) => tell('vote.granted', server, from, preVote),
    voteDenied: (server, cause) => tell('vote.denied', server, cause),
    voteReceived: (server, { from, voteGranted }, preVote) =>
      tell('vote.received', server, from, voteGranted, preVote),
    sent: (server, message) => tell('message.sent', server, messageId(message)),
    received: (server, message) => tell('message.received', server, messageId(message)),
    proposed: (server) => tell('entry.proposed', server),
    appended(server, firstIndex, entries) {
      const hashes = entries.map(({ hash }) => hash);
      tell('log.appended', server, firstIndex, hashes);
    },
    truncated: (server, fromIndex) => tell('log.truncated', server, fromIndex),
    appendAccepted: (server, { from, prevLogIndex }) =>
      tell('append.accepted', server, from, prevLogIndex),
    appendRejected: (server, cause) => tell('append.rejected', server, cause),
    progressed: (server, { peer, matchIndex }, cause) =>
      tell('progress.updated', server, peer, matchIndex, cause),
    committed: (server, entryTerm, acks) => tell('commit.advanced', server, entryTerm, acks),
    applied: (server, index, { hash }) => tell('entry.applied', server, index, hash),
    persisted: (server, { currentTerm, votedFor, lastLogIndex }) =>
      tell('state.persisted', server, currentTerm, votedFor, lastLogIndex),
    timerStarted: (server, timer) => tell('timer.started', server, timer),
    timerExpired: (server, timer) => tell('timer.expired', server, timer),
    snapshotTaken: (server, { index }) => tell('snapshot.taken', server, index),
    snapshotSent: (server) => tell('snapshot.sent', server),
    snapshotInstalled: (server, { index }) => tell('snapshot.installed', server, index),
    other: (server) => tell('other', server),
  };
}

test('a watch hears of all that an observer is told, in the same order', () => {
  const told: Said[] = [];
  const heard: Said[] = [];
  for (const [number, course] of courses.entries()) {
    const cluster = createRandomCluster({
      core,
      size: 5,
      voters: 3,
      settings: extensions[number % extensions.length] ?? {},
      observer: (event) => told.push(saidByEvent(event)),
      watch: noting((said) => heard.push(said)),
    });
    for (const action of course) act(cluster, action);
  }
  expect(heard).toEqual(told);
  const names = new Set(told.map(([name]) => name));
  // Of what a server tells nothing is missing: the rest of the vocabulary is the harness's.
  expect(names.size).toBe(25);
});
