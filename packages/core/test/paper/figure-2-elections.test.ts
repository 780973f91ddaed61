import { createServer, defaultSettings, persisted, takeEffects, tick } from '@raftlens/core';
import { expect, test } from 'vitest';
import { answer, candidate, done, follower, hear, leader } from './one-server.ts';

// The rules of Raft Figure 2 about elections, each in a few words of the figure.
const rules: readonly (readonly [rule: string, check: () => void])[] = [
  [
    'State: currentTerm is 0 on first boot and votedFor is null',
    () => {
      const server = follower();
      expect([server.currentTerm, server.votedFor]).toEqual([0, undefined]);
    },
  ],
  [
    'State: currentTerm, votedFor and log are updated on stable storage before responding to RPCs',
    () => {
      const effects = hear(follower(), 'RequestVote n2 n1 term=1');
      expect(effects.write).toMatchObject({ currentTerm: 1, votedFor: 'n2' });
      expect(answer(effects, 'RequestVoteResponse').voteGranted).toBe(true);
    },
  ],
  [
    'State: a vote in a term that is known already is updated on stable storage too',
    () => {
      const effects = hear(follower('term=3'), 'RequestVote n2 n1 term=3');
      expect(effects.write).toMatchObject({ currentTerm: 3, votedFor: 'n2' });
    },
  ],
  [
    'RequestVote 1: reply false if term < currentTerm',
    () => {
      const response = hear(follower('term=3'), 'RequestVote n2 n1 term=2');
      expect(answer(response, 'RequestVoteResponse')).toMatchObject({
        voteGranted: false,
        term: 3,
      });
    },
  ],
  [
    'RequestVote 2: grant if votedFor is null',
    () => {
      const server = follower('term=3');
      const response = hear(server, 'RequestVote n2 n1 term=3');
      expect(answer(response, 'RequestVoteResponse').voteGranted).toBe(true);
      expect(server.votedFor).toBe('n2');
    },
  ],
  [
    'RequestVote 2: grant if votedFor is candidateId',
    () => {
      const response = hear(follower('term=3 vote=n2'), 'RequestVote n2 n1 term=3');
      expect(answer(response, 'RequestVoteResponse').voteGranted).toBe(true);
    },
  ],
  [
    'RequestVote 2: do not grant if votedFor is somebody else',
    () => {
      const response = hear(follower('term=3 vote=n3'), 'RequestVote n2 n1 term=3');
      expect(answer(response, 'RequestVoteResponse').voteGranted).toBe(false);
    },
  ],
  [
    'RequestVote 2: do not grant to a log that is less up-to-date',
    () => {
      const request = 'RequestVote n2 n1 term=4 lastLogIndex=5 lastLogTerm=2';
      const server = follower('term=3 log=1,3');
      expect(answer(hear(server, request), 'RequestVoteResponse').voteGranted).toBe(false);
      expect([server.currentTerm, server.votedFor]).toEqual([4, undefined]);
    },
  ],
  [
    'All servers: a term T > currentTerm in an RPC sets currentTerm to T and converts to follower',
    () => {
      const server = leader();
      hear(server, 'AppendEntriesResponse n2 n1 term=7');
      expect([server.currentTerm, server.role]).toEqual([7, 'follower']);
      expect(server.heartbeatDeadline).toBe(Number.POSITIVE_INFINITY);
    },
  ],
  [
    'All servers: in a newer term nobody leads yet, and nobody has the vote',
    () => {
      const server = follower();
      hear(server, 'AppendEntries n2 n1 term=1');
      expect(server.leaderId).toBe('n2');
      hear(server, 'RequestVoteResponse n3 n1 term=2');
      expect([server.leaderId, server.votedFor]).toEqual([undefined, undefined]);
    },
  ],
  [
    'Followers: respond to RPCs from candidates and leaders',
    () => {
      const server = follower();
      const vote = hear(server, 'RequestVote n2 n1 term=1');
      expect(answer(vote, 'RequestVoteResponse')).toMatchObject({ to: 'n2', requestTerm: 1 });
      const append = hear(server, 'AppendEntries n2 n1 term=1');
      expect(answer(append, 'AppendEntriesResponse')).toMatchObject({ to: 'n2', requestTerm: 1 });
    },
  ],
  [
    'Followers: after the election timeout without RPC or vote, convert to candidate',
    () => {
      const server = follower();
      tick(server, server.electionDeadline - 1);
      expect(server.role).toBe('follower');
      tick(server, server.electionDeadline);
      expect(server.role).toBe('candidate');
    },
  ],
  [
    'Followers: granting a vote and hearing the leader put the timeout off, refusing does not',
    () => {
      const server = follower('term=1 log=1');
      server.now = 100;
      const deadline = server.electionDeadline;
      hear(server, 'RequestVote n2 n1 term=1');
      expect(server.electionDeadline).toBe(deadline);
      hear(server, 'AppendEntries n2 n1 term=0');
      expect(server.electionDeadline).toBe(deadline);
      hear(server, 'RequestVote n2 n1 term=1 lastLogIndex=1 lastLogTerm=1');
      expect(server.electionDeadline).toBe(deadline + 100);
      server.now = 150;
      hear(server, 'AppendEntries n2 n1 term=1');
      expect(server.electionDeadline).toBe(deadline + 150);
    },
  ],
  [
    'Candidates: on conversion, increment currentTerm, vote for self, reset the timer, ask all',
    () => {
      const server = follower('term=3 vote=n3 log=1,3');
      const firedAt = server.electionDeadline;
      tick(server, firedAt);
      expect([server.currentTerm, server.votedFor]).toEqual([4, 'n1']);
      expect(server.electionDeadline).toBe(firedAt + 225);
      expect(takeEffects(server).messages).toMatchObject([
        { kind: 'RequestVote', to: 'n2', term: 4, lastLogIndex: 2, lastLogTerm: 3 },
        { kind: 'RequestVote', to: 'n3', term: 4, lastLogIndex: 2, lastLogTerm: 3 },
      ]);
    },
  ],
  [
    'Candidates: votes from a majority of servers make a leader',
    () => {
      const server = candidate();
      hear(server, 'RequestVoteResponse n2 n1 term=1 requestTerm=1 voteGranted=false');
      expect(server.role).toBe('candidate');
      hear(server, 'RequestVoteResponse n3 n1 term=1 requestTerm=1 voteGranted=true');
      expect(server.role).toBe('leader');
    },
  ],
  [
    'Candidates: a vote that was asked for in an older term does not count',
    () => {
      const server = candidate();
      tick(server, server.electionDeadline);
      done(server);
      hear(server, 'RequestVoteResponse n2 n1 term=1 requestTerm=1 voteGranted=true');
      expect([server.currentTerm, server.role]).toEqual([2, 'candidate']);
    },
  ],
  [
    'Candidates: a newer term makes a follower, whose timeout goes on as it was',
    () => {
      const server = candidate();
      const { electionDeadline } = server;
      server.now += 50;
      hear(server, 'RequestVoteResponse n2 n1 term=2 requestTerm=1');
      expect([server.role, server.electionDeadline]).toEqual(['follower', electionDeadline]);
    },
  ],
  [
    'Candidates: one who asks before it campaigns knows no leader, and alone it leads (thesis §9.6)',
    () => {
      const settings = { ...defaultSettings, preVote: true };
      const own = { id: 'n1', settings, random: () => 0.5 };
      const server = createServer({ ...own, voters: ['n1', 'n2', 'n3'] }, 0);
      hear(server, 'AppendEntries n2 n1 term=1');
      tick(server, server.electionDeadline);
      expect([server.role, server.leaderId]).toEqual(['pre-candidate', undefined]);
      const alone = createServer({ ...own, voters: ['n1'] }, 0);
      tick(alone, alone.electionDeadline);
      done(alone);
      expect([alone.role, alone.currentTerm]).toEqual(['leader', 1]);
    },
  ],
  [
    'Candidates: one that is a majority by itself leads once its own vote of that term is durable',
    () => {
      const alone = follower('', { voters: ['n1'] });
      tick(alone, alone.electionDeadline);
      const { write: first } = takeEffects(alone);
      expect(alone.role).toBe('candidate');
      tick(alone, alone.electionDeadline);
      const { write: second } = takeEffects(alone);
      if (first === undefined || second === undefined) throw new Error('nothing to write');
      persisted(alone, first, alone.now);
      expect([alone.role, alone.currentTerm]).toEqual(['candidate', 2]);
      persisted(alone, second, alone.now);
      expect([alone.role, alone.currentTerm]).toEqual(['leader', 2]);
    },
  ],
  [
    'Candidates: of two servers neither leads by its own vote, durable or not',
    () => {
      const server = follower('', { voters: ['n1', 'n2'] });
      tick(server, server.electionDeadline);
      done(server);
      expect(server.role).toBe('candidate');
    },
  ],
  [
    'Candidates: AppendEntries from a new leader converts to follower',
    () => {
      const server = candidate();
      hear(server, 'AppendEntries n2 n1 term=1');
      expect([server.role, server.leaderId, server.votedFor]).toEqual(['follower', 'n2', 'n1']);
    },
  ],
  [
    'Candidates: after the election timeout, start a new election',
    () => {
      const server = candidate();
      tick(server, server.electionDeadline);
      expect([server.currentTerm, server.role]).toEqual([2, 'candidate']);
      expect(takeEffects(server).messages).toHaveLength(2);
    },
  ],
  [
    'Leaders: upon election, send heartbeats to each server; repeat during idle periods',
    () => {
      const server = candidate();
      const vote = 'RequestVoteResponse n2 n1 term=1 requestTerm=1 voteGranted=true';
      const heartbeats = [
        { kind: 'AppendEntries', to: 'n2', entries: [] },
        { kind: 'AppendEntries', to: 'n3', entries: [] },
      ];
      expect(hear(server, vote).messages).toMatchObject(heartbeats);
      expect(server.heartbeatDeadline).toBe(server.now + defaultSettings.heartbeatIntervalMs);
      tick(server, server.heartbeatDeadline);
      expect(done(server).messages).toMatchObject(heartbeats);
    },
  ],
  [
    'Timing (§5.2): each election timeout is drawn anew from the range',
    () => {
      const draws = [0, 0.25, 0.999];
      const random = (): number => draws.shift() ?? 0;
      const options = { id: 'n1', voters: ['n1', 'n2'], settings: defaultSettings, random };
      const server = createServer(options, 1_000);
      expect(server.electionDeadline).toBe(1_150);
      tick(server, 1_150);
      expect(server.electionDeadline).toBe(1_150 + 187.5);
      tick(server, server.electionDeadline);
      expect(server.electionDeadline).toBe(1_337.5 + 299.85);
    },
  ],
];

test.each(rules)('%s', (_rule, check) => check());
