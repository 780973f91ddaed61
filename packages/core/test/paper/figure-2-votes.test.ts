import { tick } from '@raftlens/core';
import { expect, test } from 'vitest';
import { answer, candidate, done, follower, hear, leader, voters } from './one-server.ts';

// Raft §5.4.1: "If the logs have last entries with different terms, then the log with the later
// term is more up-to-date. If the logs end with the same term, then whichever log is longer is more
// up-to-date."
test.each<[own: string, lastLogIndex: number, lastLogTerm: number, granted: boolean]>([
  ['1,2', 2, 2, true],
  ['1,2', 3, 2, true],
  ['1,2', 1, 2, false],
  ['1,2', 1, 3, true],
  ['1,2', 9, 1, false],
  ['1,1,1', 2, 1, false],
  ['1,1,1', 1, 2, true],
])('a voter with the terms %s looks at a log that ends at %s@%s', (own, index, term, granted) => {
  for (const kind of ['RequestVote', 'PreVote'] as const) {
    const request = `${kind} n2 n1 term=5 lastLogIndex=${index} lastLogTerm=${term}`;
    const { messages } = hear(follower(`term=5 log=${own}`), request);
    expect(messages).toMatchObject([{ kind: `${kind}Response`, voteGranted: granted }]);
  }
});

// Raft §5.2: "A candidate wins an election if it receives votes from a majority of the servers in
// the full cluster for the same term"; the candidate's own is one of them.
test.each([
  [2, 1],
  [3, 1],
  [4, 2],
  [5, 2],
  [6, 3],
  [7, 3],
])('one of %s servers leads with the votes of %s others', (size, others) => {
  const server = candidate('', { voters: voters(size) });
  for (const from of voters(size).slice(1, others + 1)) {
    expect(server.role).toBe('candidate');
    hear(server, `RequestVoteResponse ${from} n1 term=1 requestTerm=1 voteGranted=true`);
  }
  expect(server.role).toBe('leader');
});

const rules: readonly (readonly [rule: string, check: () => void])[] = [
  [
    'Raft §5.2: the majority is of servers, so that a repeated answer is one vote',
    () => {
      const server = candidate('', { voters: voters(5) });
      const vote = 'RequestVoteResponse n2 n1 term=1 requestTerm=1 voteGranted=true';
      for (let copy = 0; copy < 5; copy += 1) hear(server, vote);
      expect(server.role).toBe('candidate');
    },
  ],
  [
    'Raft §5.2: votes are for one term, so that the next election counts anew',
    () => {
      const server = candidate('', { voters: voters(5) });
      hear(server, 'RequestVoteResponse n2 n1 term=1 requestTerm=1 voteGranted=true');
      tick(server, server.electionDeadline);
      done(server);
      hear(server, 'RequestVoteResponse n3 n1 term=2 requestTerm=2 voteGranted=true');
      expect([server.currentTerm, server.role]).toEqual([2, 'candidate']);
    },
  ],
  [
    'Raft §5.2: a server that stands for election no more wins none',
    () => {
      const server = candidate();
      hear(server, 'AppendEntries n2 n1 term=1');
      hear(server, 'RequestVoteResponse n3 n1 term=1 requestTerm=1 voteGranted=true');
      expect([server.role, server.leaderId]).toEqual(['follower', 'n2']);
    },
  ],
  [
    'a vote counts for the term in which it was asked for, whatever term the answer is of',
    () => {
      const server = candidate('term=1');
      hear(server, 'RequestVoteResponse n2 n1 term=2 requestTerm=1 voteGranted=true');
      expect(server.role).toBe('candidate');
    },
  ],
  [
    'Raft §5.2: each server votes for at most one candidate, and candidate and leader for themselves',
    () => {
      for (const server of [candidate(), leader()]) {
        const effects = hear(server, 'RequestVote n3 n1 term=1 lastLogIndex=9 lastLogTerm=9');
        expect(answer(effects, 'RequestVoteResponse').voteGranted).toBe(false);
        expect([server.votedFor, effects.write]).toEqual(['n1', undefined]);
      }
    },
  ],
  [
    'Raft Figure 2: nothing but the vote and the log is asked, also when a leader is known',
    () => {
      const server = follower('term=1');
      hear(server, 'AppendEntries n2 n1 term=1');
      const effects = hear(server, 'RequestVote n3 n1 term=1');
      expect(answer(effects, 'RequestVoteResponse').voteGranted).toBe(true);
    },
  ],
  [
    'to vote for somebody is not to hear a leader',
    () => {
      const server = follower('term=1');
      hear(server, 'RequestVote n2 n1 term=1');
      expect(server.leaderId).toBeUndefined();
      const asked = hear(server, 'PreVote n3 n1 term=1');
      expect(answer(asked, 'PreVoteResponse').voteGranted).toBe(true);
    },
  ],
  [
    'Raft §5.5: a request that is repeated gets the same answer, and nothing new is written',
    () => {
      const server = follower('term=3');
      hear(server, 'RequestVote n2 n1 term=3');
      const again = hear(server, 'RequestVote n2 n1 term=3');
      expect(answer(again, 'RequestVoteResponse').voteGranted).toBe(true);
      expect(again.write).toBeUndefined();
    },
  ],
  [
    'Raft Figure 2: votedFor outlives AppendEntries and an election that was lost in its term',
    () => {
      const server = candidate();
      hear(server, 'AppendEntries n2 n1 term=1');
      const effects = hear(server, 'RequestVote n3 n1 term=1');
      expect(answer(effects, 'RequestVoteResponse').voteGranted).toBe(false);
    },
  ],
  [
    'Raft §5.2: heartbeats keep their pace however often the same server has won',
    () => {
      const server = leader();
      for (const term of [3, 5]) {
        hear(server, `AppendEntries n2 n1 term=${term - 1}`);
        tick(server, server.electionDeadline);
        done(server);
        const vote = `term=${term} requestTerm=${term} voteGranted=true`;
        hear(server, `RequestVoteResponse n3 n1 ${vote}`);
        expect([server.role, server.heartbeatDeadline - server.now]).toEqual(['leader', 50]);
        expect(server.quorumDeadline - server.now).toBe(300);
      }
      const wonAt = server.now;
      const sent = [49, 50, 51, 99, 100].map((ms) => {
        tick(server, wonAt + ms);
        return done(server).messages.length;
      });
      expect(sent).toEqual([0, 2, 0, 0, 2]);
    },
  ],
  [
    'Raft Figure 2: who has the vote already needs the log as well',
    () => {
      const server = follower('term=3 vote=n2 log=1,1');
      const effects = hear(server, 'RequestVote n2 n1 term=3 lastLogIndex=1 lastLogTerm=1');
      expect(answer(effects, 'RequestVoteResponse').voteGranted).toBe(false);
    },
  ],
];

test.each(rules)('%s', (_rule, check) => check());
