import { type Message, receive, type Server, tick } from '@raftlens/core';
import { expect, test } from 'vitest';
import { buildMessage } from '../transcript/build-message.ts';
import { answer, candidate, done, follower, hear, leader } from './one-server.ts';

const kinds: readonly Message['kind'][] = [
  'PreVote',
  'PreVoteResponse',
  'RequestVote',
  'RequestVoteResponse',
  'AppendEntries',
  'AppendEntriesResponse',
  'InstallSnapshot',
  'InstallSnapshotResponse',
  'TimeoutNow',
  'ReadIndex',
  'ReadIndexResponse',
];

const roles: Readonly<Record<string, () => Server>> = {
  follower: () => follower('term=3'),
  'pre-candidate': () => {
    const server = follower('term=3', { settings: { preVote: true } });
    tick(server, server.electionDeadline);
    done(server);
    return server;
  },
  candidate: () => candidate('term=2'),
  leader: () => leader('term=2'),
};

const pairs = Object.keys(roles).flatMap((role) => kinds.map((kind) => [kind, role] as const));

// Raft Figure 2, all servers: "If RPC request or response contains term T > currentTerm: set
// currentTerm = T, convert to follower".
test.each(pairs)('%s of a newer term makes a %s a follower in that term', (kind, role) => {
  const server = roles[role]?.() ?? follower();
  expect([server.currentTerm, server.role]).toEqual([3, role]);
  const { write } = hear(server, `${kind} n2 n1 term=7 requestTerm=3`);
  // A TimeoutNow makes a candidate of that follower at once, and a request for votes is granted.
  const campaigns = kind === 'TimeoutNow';
  const term = campaigns ? 8 : 7;
  const vote = new Map([
    ['RequestVote', 'n2'],
    ['TimeoutNow', 'n1'],
  ]).get(kind);
  expect([server.currentTerm, server.role]).toEqual([term, campaigns ? 'candidate' : 'follower']);
  expect(server.votedFor).toBe(vote);
  expect(write).toMatchObject({ currentTerm: term, votedFor: vote });
  expect(server.heartbeatDeadline).toBe(Number.POSITIVE_INFINITY);
  expect(server.electionDeadline).toBeLessThan(Number.POSITIVE_INFINITY);
});

// Raft §5.1: "If a server receives a request with a stale term number, it rejects the request".
test.each(pairs)('%s of an older term changes nothing for a %s', (kind, role) => {
  const server = roles[role]?.() ?? follower();
  server.now += 10;
  const before = stateOf(server);
  const words = 'term=2 requestTerm=2 success=true voteGranted=true matchIndex=1 index=1';
  receive(server, buildMessage(`${kind} n2 n1 ${words} prevLogIndex=0`.split(' ')), server.now);
  expect(stateOf(server)).toBe(before);
  expect(done(server).write).toBeUndefined();
});

test.each([
  ['PreVote', 'PreVoteResponse'],
  ['RequestVote', 'RequestVoteResponse'],
  ['AppendEntries', 'AppendEntriesResponse'],
  ['InstallSnapshot', 'InstallSnapshotResponse'],
] as const)('the answer to a %s of an older term tells the newer one', (request, response) => {
  const { messages } = hear(follower('term=3'), `${request} n2 n1 term=2`);
  expect(messages).toMatchObject([{ kind: response, to: 'n2', term: 3, requestTerm: 2 }]);
});

test('an answer names the term that it answers, also when it brought a newer one', () => {
  const append = hear(follower('term=3'), 'AppendEntries n2 n1 term=5');
  expect(answer(append, 'AppendEntriesResponse')).toMatchObject({ term: 5, requestTerm: 5 });
  const snapshot = hear(follower('term=3'), 'InstallSnapshot n2 n1 term=5 index=1 snapshotTerm=5');
  expect(answer(snapshot, 'InstallSnapshotResponse')).toMatchObject({ term: 5, requestTerm: 5 });
});

function stateOf(server: Server): string {
  const { currentTerm, votedFor, role, leaderId, log, commitIndex, votesGranted } = server;
  const { electionDeadline, heartbeatDeadline, leaderHeardAt, progress } = server;
  const own = { currentTerm, votedFor, role, leaderId, log, commitIndex, progress };
  const times = { electionDeadline, heartbeatDeadline, leaderHeardAt };
  return JSON.stringify({ ...own, ...times, votes: [...votesGranted] });
}
