import { propose, type Server, takeEffects } from '@raftlens/core';
import { expect, test } from 'vitest';
import { agree, done, hear, leader, voters } from './one-server.ts';

/** n1 as leader with so many entries of its own term, which are on its disk. */
function leading(size: number, entries: number, stored = ''): Server {
  const server = leader(stored, { voters: voters(size) });
  for (let each = 0; each < entries; each += 1) propose(server, 'x', 'x', server.now);
  done(server);
  return server;
}

// Raft §5.3: "A log entry is committed once the leader that created the entry has replicated it on
// a majority of the servers"; the leader is one of them.
test.each([
  [2, 1],
  [3, 1],
  [4, 2],
  [5, 2],
  [6, 3],
  [7, 3],
])('in a cluster of %s an entry is committed with %s followers', (size, others) => {
  const server = leading(size, 1);
  for (const from of voters(size).slice(1, others + 1)) {
    expect(server.commitIndex).toBe(0);
    agree(server, from, 1);
  }
  expect(server.commitIndex).toBe(1);
});

// Raft Figure 2: "If there exists an N such that N > commitIndex, a majority of matchIndex[i] >= N,
// and log[N].term == currentTerm: set commitIndex = N".
test.each<[matches: readonly number[], commitIndex: number]>([
  [[0, 0, 0, 0], 0],
  [[5, 0, 0, 0], 0],
  [[5, 3, 0, 0], 3],
  [[3, 5, 1, 0], 3],
  [[4, 2, 3, 1], 3],
  [[5, 5, 0, 0], 5],
  [[2, 2, 2, 2], 0],
  [[2, 2, 5, 0], 0],
  [[1, 3, 3, 1], 3],
])(
  'with %j on the followers and entries of the term from 3 on, commitIndex is %s',
  (matches, n) => {
    const server = leading(5, 3, 'term=1 log=1,1');
    for (const [offset, index] of matches.entries()) agree(server, `n${offset + 2}`, index);
    expect(server.commitIndex).toBe(n);
    expect(done(server).committed).toEqual([]);
  },
);

const rules: readonly (readonly [rule: string, check: () => void])[] = [
  [
    'Raft §5.4.2: an entry of the term commits all before it, which are applied in their order',
    () => {
      const server = leading(3, 1, 'term=2 log=1,2');
      expect(agree(server, 'n2', 2).committed).toEqual([]);
      const { committed, committedFrom } = agree(server, 'n3', 3);
      expect([committed.map(({ term }) => term), committedFrom]).toEqual([[1, 2, 3], 1]);
    },
  ],
  [
    'Raft §5.3: once a follower has answered twice it is still one server',
    () => {
      const server = leading(5, 1);
      for (let copy = 0; copy < 4; copy += 1) agree(server, 'n2', 1);
      expect(server.commitIndex).toBe(0);
    },
  ],
  [
    'Raft §5.3: what was sent is not what was received',
    () => {
      const server = leading(3, 2);
      agree(server, 'n2', 1);
      expect(server.commitIndex).toBe(1);
    },
  ],
  [
    'Raft §5.3: the leader tells the highest index that is committed in what it sends next',
    () => {
      const server = leading(3, 1);
      agree(server, 'n2', 1);
      propose(server, 'y', 'y', server.now);
      expect(done(server).messages).toMatchObject([{ leaderCommit: 1 }, { leaderCommit: 1 }]);
    },
  ],
  [
    'Raft §5.3: commitIndex never goes back, and nothing is handed out twice',
    () => {
      const server = leading(3, 3);
      expect(agree(server, 'n2', 3).committed).toHaveLength(3);
      expect(agree(server, 'n3', 1).committed).toHaveLength(0);
      expect([server.commitIndex, server.lastApplied]).toEqual([3, 3]);
    },
  ],
  [
    'Raft Figure 2: a follower that left no mark of an older leadership counts from nothing',
    () => {
      const server = leading(3, 1, 'term=1 log=1');
      agree(server, 'n2', 2);
      hear(server, 'AppendEntries n3 n1 term=5 prevLogIndex=2 prevLogTerm=2');
      server.now = server.electionDeadline;
      expect(leaderAgain(server).progress).toMatchObject([
        { peer: 'n2', matchIndex: 0, nextIndex: 3 },
        { peer: 'n3', matchIndex: 0, nextIndex: 3 },
      ]);
    },
  ],
  [
    'thesis §10.2.1: with its own disk behind, a leader needs a majority of the others',
    () => {
      const server = leading(3, 0);
      propose(server, 'x', 'x', server.now);
      takeEffects(server);
      agree(server, 'n2', 1);
      expect(server.commitIndex).toBe(0);
      agree(server, 'n3', 1);
      expect(server.commitIndex).toBe(1);
    },
  ],
  [
    'Raft Figure 2: only what is successful tells what matches',
    () => {
      const server = leading(3, 1);
      const rejection = 'AppendEntriesResponse n2 n1 term=1 requestTerm=1 matchIndex=1';
      hear(server, `${rejection} prevLogIndex=0 conflictIndex=1`);
      expect([server.progress[0]?.matchIndex, server.commitIndex]).toEqual([0, 0]);
    },
  ],
];

test.each(rules)('%s', (_rule, check) => check());

function leaderAgain(server: Server): Server {
  hear(server, 'TimeoutNow n3 n1 term=5');
  hear(server, 'RequestVoteResponse n2 n1 term=6 requestTerm=6 voteGranted=true');
  expect(server.role).toBe('leader');
  return server;
}
