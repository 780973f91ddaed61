import { createServer, defaultSettings, type Entry, type Server, tick } from '@raftlens/core';
import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { done, hear } from './paper/one-server.ts';

const random = (): number => 0.5;
const off = Number.POSITIVE_INFINITY;
const configuration = { voters: ['n1', 'n2'], votersOutgoing: [], learners: [] };

// Raft Figure 2, State: what a server is before anything has happened to it.
test('a new server knows nothing but its cluster, and waits', () => {
  const options = { id: 'n1', voters: ['n1', 'n2'], settings: defaultSettings, random };
  const server = createServer(options, 1_000);
  const whole: Server = {
    id: 'n1',
    settings: defaultSettings,
    random,
    observer: undefined,
    watch: undefined,
    clockBaseMs: 0,
    group: undefined,
    run: undefined,
    incarnation: 0,
    currentTerm: 0,
    votedFor: undefined,
    log: { baseIndex: 0, baseTerm: 0, entries: [] },
    snapshot: undefined,
    commitIndex: 0,
    lastApplied: 0,
    role: 'follower',
    leaderId: undefined,
    configuration,
    configurations: [{ index: 0, configuration }],
    votesGranted: new Set(),
    progress: [],
    transfer: undefined,
    leaseForfeited: false,
    confirmingReads: [],
    readRound: 0,
    readDue: false,
    forwardedReads: [],
    endedReads: [],
    electionDeadline: 1_225,
    heartbeatDeadline: off,
    quorumDeadline: off,
    transferDeadline: off,
    readDeadline: off,
    leaderHeardAt: Number.NEGATIVE_INFINITY,
    electionStartedAt: 1_000,
    now: 1_000,
    seq: 0,
    serial: 0,
    routine: undefined,
    toldTerm: 0,
    toldRole: undefined,
    durableIndex: 0,
    stateDirty: false,
    logDirtyFrom: 1,
    outbox: [],
    appendDue: false,
    committed: [],
    configurationCommitted: false,
    snapshotDirty: false,
    restored: undefined,
  };
  expect(server).toEqual(whole);
  expect(done(server)).toEqual({
    write: undefined,
    messages: [],
    committed: [],
    restored: undefined,
    committedFrom: 0,
    reads: [],
  });
});

const snapshot = {
  index: 4,
  term: 2,
  data: 'state',
  bytes: 5,
  configuration: { ...configuration, learners: ['n3'] },
};
const stored = {
  currentTerm: 5,
  votedFor: 'n2',
  entries: [
    { term: 2, command: 'x', hash: 'x' },
    { term: 3, command: undefined, hash: 'c', configuration },
  ] as readonly Entry[],
  snapshot,
  seq: 77,
};

function restarted(): Server {
  const own = { id: 'n1', voters: ['old'], settings: defaultSettings, random, stored };
  const trace = { clockBaseMs: 9, group: 'g', run: 'r', incarnation: 3 };
  return createServer({ ...own, ...trace }, 0);
}

test('one that starts again has what was stored, and has committed what the snapshot holds', () => {
  expect(restarted()).toMatchObject({
    currentTerm: 5,
    votedFor: 'n2',
    log: { baseIndex: 4, baseTerm: 2, entries: stored.entries },
    snapshot,
    commitIndex: 4,
    lastApplied: 4,
    configuration,
    configurations: [
      { index: 4, configuration: snapshot.configuration },
      { index: 6, configuration },
    ],
    durableIndex: 6,
    logDirtyFrom: 7,
    stateDirty: false,
    snapshotDirty: false,
    seq: 77,
    clockBaseMs: 9,
    group: 'g',
    run: 'r',
    incarnation: 3,
  });
  expect(done(restarted()).write).toBeUndefined();
});

test('storage that a server was read from never changes with its log', () => {
  const server = restarted();
  hear(server, 'AppendEntries n2 n1 term=6 prevLogIndex=5 prevLogTerm=2 entries=6,6');
  expect(server.log.entries.map(({ term }) => term)).toEqual([2, 6, 6]);
  expect(stored.entries.map(({ term }) => term)).toEqual([2, 3]);
});

test('its snapshot is there for followers that need it (Raft §7)', () => {
  const server = restarted();
  tick(server, server.electionDeadline);
  done(server);
  hear(server, 'RequestVoteResponse n2 n1 term=6 requestTerm=6 voteGranted=true');
  const words = 'term=6 requestTerm=6 prevLogIndex=6 conflictIndex=1';
  expect(hear(server, `AppendEntriesResponse n2 n1 ${words}`).messages).toMatchObject([
    { kind: 'InstallSnapshot', snapshot },
  ]);
});

test('it tells that it starts, and among whom', () => {
  const told: TraceEvent[] = [];
  const observer = (event: TraceEvent): void => void told.push(event);
  const own = { id: 'n1', voters: ['n1', 'n2'], settings: defaultSettings, random, observer };
  createServer({ ...own, learners: ['n3'] }, 0);
  createServer(own, 0);
  const started = told.filter(({ event }) => event === 'node.started');
  expect(started).toMatchObject([
    { voters: ['n1', 'n2'], learners: ['n3'] },
    { voters: ['n1', 'n2'], learners: undefined },
  ]);
});
