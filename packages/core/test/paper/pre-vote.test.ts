import { type Server, tick } from '@raftlens/core';
import { expect, test } from 'vitest';
import { answer, candidate, done, follower, hear, leader, voters } from './one-server.ts';

/** n1 of so many servers, asking whether it would win. */
function asking(stored = '', size = 3): Server {
  const server = follower(stored, { settings: { preVote: true }, voters: voters(size) });
  tick(server, server.electionDeadline);
  return server;
}

function granted(server: Server, from: string): string {
  const { currentTerm: term } = server;
  hear(server, `PreVoteResponse ${from} n1 term=${term} requestTerm=${term} voteGranted=true`);
  return server.role;
}

function isGranted(server: Server, request: string): boolean {
  return answer(hear(server, request), 'PreVoteResponse').voteGranted;
}

// Thesis §9.6: "a candidate only increments its term if it first learns from a majority of the
// cluster that they would be willing to grant the candidate their votes (if the candidate's log is
// sufficiently up-to-date, and the voters have not received heartbeats from a valid leader for at
// least a baseline election timeout)".
const rules: readonly (readonly [rule: string, check: () => void])[] = [
  [
    'who asks keeps term and vote, and writes nothing',
    () => {
      const server = asking('term=3 vote=n3 log=1,3');
      expect([server.role, server.currentTerm, server.votedFor]).toEqual([
        'pre-candidate',
        3,
        'n3',
      ]);
      const { write, messages } = done(server);
      expect(write).toBeUndefined();
      const question = { kind: 'PreVote', term: 3, lastLogIndex: 2, lastLogTerm: 3 };
      expect(messages).toMatchObject([
        { to: 'n2', ...question },
        { to: 'n3', ...question },
      ]);
    },
  ],
  [
    'with a majority the election begins: the next term, a vote for itself, votes asked of all',
    () => {
      const server = asking('term=3 vote=n3', 5);
      done(server);
      expect(granted(server, 'n2')).toBe('pre-candidate');
      const { currentTerm: term } = server;
      const { write, messages } = hear(
        server,
        `PreVoteResponse n4 n1 term=${term} requestTerm=${term} voteGranted=true`,
      );
      expect([server.role, server.currentTerm, server.votedFor]).toEqual(['candidate', 4, 'n1']);
      expect(write).toMatchObject({ currentTerm: 4, votedFor: 'n1' });
      expect(messages.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
        'RequestVote n2',
        'RequestVote n3',
        'RequestVote n4',
        'RequestVote n5',
      ]);
    },
  ],
  [
    'a majority is of servers: one that answers twice is one, and one that would not is none',
    () => {
      const server = asking('', 5);
      expect([granted(server, 'n2'), granted(server, 'n2')]).toEqual([
        'pre-candidate',
        'pre-candidate',
      ]);
      hear(server, 'PreVoteResponse n3 n1 term=0 requestTerm=0');
      expect(server.role).toBe('pre-candidate');
    },
  ],
  [
    'without a majority in time it asks again, and counts anew',
    () => {
      const server = asking('', 5);
      granted(server, 'n2');
      const firedAt = server.electionDeadline;
      tick(server, firedAt);
      expect([server.role, server.currentTerm]).toEqual(['pre-candidate', 0]);
      expect(server.electionDeadline).toBe(firedAt + 225);
      expect(granted(server, 'n3')).toBe('pre-candidate');
      expect(granted(server, 'n2')).toBe('candidate');
    },
  ],
  [
    'an answer that was asked for in another term does not count',
    () => {
      const server = asking('term=3');
      hear(server, 'PreVoteResponse n2 n1 term=3 requestTerm=2 voteGranted=true');
      expect(server.role).toBe('pre-candidate');
    },
  ],
  [
    'pre-votes are no votes, and votes are no pre-votes',
    () => {
      const running = candidate();
      expect(granted(running, 'n2')).toBe('candidate');
      expect(running.currentTerm).toBe(1);
      const server = asking('term=3');
      hear(server, 'RequestVoteResponse n2 n1 term=3 requestTerm=3 voteGranted=true');
      expect([server.role, server.currentTerm]).toEqual(['pre-candidate', 3]);
    },
  ],
  [
    'pre-votes for who has a leader by now, or leads, start nothing',
    () => {
      const server = asking();
      hear(server, 'AppendEntries n3 n1 term=0');
      expect([granted(server, 'n2'), server.currentTerm]).toEqual(['follower', 0]);
      const leading = leader();
      expect([granted(leading, 'n3'), leading.currentTerm]).toEqual(['leader', 1]);
    },
  ],
  [
    'a leader of its own term makes who asks a follower',
    () => {
      const server = asking('term=2');
      hear(server, 'AppendEntries n2 n1 term=2');
      expect([server.role, server.leaderId]).toEqual(['follower', 'n2']);
    },
  ],
  [
    'who heard a leader within the shortest election timeout would not vote, and a leader never',
    () => {
      const server = follower();
      hear(server, 'AppendEntries n2 n1 term=1');
      server.now += 149;
      expect(isGranted(server, 'PreVote n3 n1 term=1')).toBe(false);
      server.now += 1;
      expect(isGranted(server, 'PreVote n3 n1 term=1')).toBe(true);
      const leading = leader();
      leading.now += 10_000;
      expect(isGranted(leading, 'PreVote n3 n1 term=1')).toBe(false);
    },
  ],
  [
    'who is ahead in its term would not vote',
    () => expect(isGranted(follower('term=3'), 'PreVote n3 n1 term=2')).toBe(false),
  ],
  [
    'a promise binds nobody: neither vote nor timer nor disk know of it, and two may get it',
    () => {
      const server = follower('term=3 vote=n3');
      server.now += 50;
      const { electionDeadline } = server;
      const effects = hear(server, 'PreVote n2 n1 term=3');
      expect(answer(effects, 'PreVoteResponse')).toMatchObject({ voteGranted: true, term: 3 });
      expect(effects.write).toBeUndefined();
      expect([server.votedFor, server.electionDeadline]).toEqual(['n3', electionDeadline]);
      expect(isGranted(server, 'PreVote n3 n1 term=3')).toBe(true);
    },
  ],
  [
    'who asks itself, or stands for election, may promise its vote to another',
    () => {
      for (const server of [asking('term=3'), candidate('term=2')]) {
        expect(isGranted(server, 'PreVote n2 n1 term=3')).toBe(true);
      }
    },
  ],
];

test.each(rules)('%s', (_rule, check) => check());
