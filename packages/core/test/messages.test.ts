import {
  compact,
  createServer,
  defaultSettings,
  type Message,
  propose,
  type Server,
  startRead,
  tick,
  transferLeadership,
} from '@raftlens/core';
import { expect, test } from 'vitest';
import { agree, done, hear } from './paper/one-server.ts';

/** n1 in its third life, with two entries of term 3; it asks before it campaigns. */
function restarted(preVote = false): Server {
  const entries = [1, 3].map((term) => ({ term, command: `t${term}`, hash: `t${term}` }));
  const settings = { ...defaultSettings, preVote };
  const stored = { currentTerm: 3, votedFor: undefined, entries };
  const own = { id: 'n1', voters: ['n1', 'n2'], settings, random: () => 0.5, stored };
  const server = createServer({ ...own, incarnation: 2 }, 0);
  server.serial = 40;
  return server;
}

function leading(): Server {
  const server = restarted();
  tick(server, server.electionDeadline);
  done(server);
  hear(server, 'RequestVoteResponse n2 n1 term=4 requestTerm=4 voteGranted=true');
  return server;
}

function header(term: number, serial: number) {
  return { from: 'n1', to: 'n2', term, serial, inc: 2 };
}

const question = { lastLogIndex: 2, lastLogTerm: 3, transfer: false };

// Raft Figures 2 and 13: the arguments and results, and the header that names each message.
const sent: readonly (readonly [
  kind: Message['kind'],
  send: () => readonly Message[],
  message: Readonly<Record<string, unknown>>,
])[] = [
  ['PreVote', () => timeout(restarted(true)), { ...header(3, 41), ...question }],
  ['RequestVote', () => timeout(restarted()), { ...header(4, 41), ...question }],
  [
    'RequestVote',
    () => hear(restarted(), 'TimeoutNow n2 n1 term=3').messages,
    { ...header(4, 41), ...question, transfer: true },
  ],
  [
    'PreVoteResponse',
    () => hear(restarted(), 'PreVote n2 n1 term=3 lastLogIndex=2 lastLogTerm=3').messages,
    { ...header(3, 41), requestTerm: 3, voteGranted: true },
  ],
  [
    'RequestVoteResponse',
    () => hear(restarted(), 'RequestVote n2 n1 term=4 lastLogIndex=2 lastLogTerm=3').messages,
    { ...header(4, 41), requestTerm: 4, voteGranted: true },
  ],
  [
    'AppendEntries',
    () => {
      const server = leading();
      agree(server, 'n2', 2);
      propose(server, 'x', 'x', 300);
      return done(server).messages;
    },
    {
      ...header(4, 43),
      prevLogIndex: 2,
      prevLogTerm: 3,
      entries: [{ term: 4, command: 'x', hash: 'x' }],
      leaderCommit: 0,
      round: 0,
      sentAt: 300,
    },
  ],
  [
    'AppendEntriesResponse',
    () => {
      const words = 'term=4 prevLogIndex=2 prevLogTerm=3 entries=4 round=7 sentAt=99';
      return hear(restarted(), `AppendEntries n2 n1 ${words}`).messages;
    },
    {
      ...header(4, 41),
      requestTerm: 4,
      prevLogIndex: 2,
      success: true,
      matchIndex: 3,
      conflictIndex: 0,
      conflictTerm: 0,
      round: 7,
      sentAt: 99,
    },
  ],
  [
    'AppendEntriesResponse',
    () => {
      const words = 'term=4 prevLogIndex=2 prevLogTerm=4 entries=4 round=7 sentAt=99';
      return hear(restarted(), `AppendEntries n2 n1 ${words}`).messages;
    },
    {
      ...header(4, 41),
      requestTerm: 4,
      prevLogIndex: 2,
      success: false,
      matchIndex: 0,
      conflictIndex: 2,
      conflictTerm: 3,
      round: 7,
      sentAt: 99,
    },
  ],
  [
    'InstallSnapshot',
    () => {
      const server = leading();
      propose(server, 'x', 'x', 300);
      done(server);
      agree(server, 'n2', 3);
      compact(server, { index: 2, data: 's', bytes: 1 }, 300);
      Object.assign(server.progress[0] ?? {}, { matchIndex: 0, nextIndex: 1 });
      tick(server, server.heartbeatDeadline);
      return done(server).messages;
    },
    {
      ...header(4, 44),
      snapshot: {
        index: 2,
        term: 3,
        data: 's',
        bytes: 1,
        configuration: { voters: ['n1', 'n2'], votersOutgoing: [], learners: [] },
      },
    },
  ],
  [
    'InstallSnapshotResponse',
    () => hear(restarted(), 'InstallSnapshot n2 n1 term=4 index=5 snapshotTerm=4').messages,
    { ...header(4, 41), requestTerm: 4, matchIndex: 5 },
  ],
  [
    'TimeoutNow',
    () => {
      const server = leading();
      agree(server, 'n2', 2);
      transferLeadership(server, 'n2', 300);
      return done(server).messages;
    },
    header(4, 43),
  ],
  [
    'ReadIndex',
    () => {
      const server = restarted();
      hear(server, 'AppendEntries n2 n1 term=4');
      startRead(server, 'r', 0);
      return done(server).messages;
    },
    { ...header(4, 42), context: '2.42' },
  ],
  [
    'ReadIndexResponse',
    () => hear(restarted(), 'ReadIndex n2 n1 term=3 context=c').messages,
    { ...header(3, 41), context: 'c', success: false, readIndex: 0 },
  ],
];

test.each(sent)('%s says what it has to', (kind, send, message) => {
  expect(send()).toEqual([{ kind, ...message }]);
});

function timeout(server: Server): readonly Message[] {
  tick(server, server.electionDeadline);
  return done(server).messages;
}
