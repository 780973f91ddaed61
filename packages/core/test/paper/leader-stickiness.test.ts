import { createServer, defaultSettings, type Server } from '@raftlens/core';
import { expect, test } from 'vitest';
import { answer, hear, leader } from './one-server.ts';

/** n1 with a log of term 1, which listens to no disruption. */
function sticky(currentTerm: number): Server {
  return createServer(
    {
      id: 'n1',
      voters: ['n1', 'n2', 'n3'],
      settings: { ...defaultSettings, leaderStickiness: true },
      random: () => 0.5,
      stored: { currentTerm, votedFor: undefined, entries: [] },
    },
    0,
  );
}

// Thesis §4.2.3, disruptive servers.
const rules: readonly (readonly [rule: string, check: () => void])[] = [
  [
    'within the minimum election timeout of hearing from a leader it moves neither term nor vote',
    () => {
      const server = sticky(0);
      hear(server, 'AppendEntries n2 n1 term=1');
      server.now += 149;
      const effects = hear(server, 'RequestVote n3 n1 term=2');
      expect(answer(effects, 'RequestVoteResponse')).toMatchObject({ term: 1, voteGranted: false });
      expect([server.currentTerm, server.votedFor, effects.write]).toEqual([
        1,
        undefined,
        undefined,
      ]);
      server.now += 1;
      hear(server, 'RequestVote n3 n1 term=2');
      expect([server.currentTerm, server.votedFor]).toEqual([2, 'n3']);
    },
  ],
  [
    'a snapshot is news of the leader too',
    () => {
      const server = sticky(0);
      hear(server, 'InstallSnapshot n2 n1 term=1 index=2 snapshotTerm=1');
      hear(server, 'RequestVote n3 n1 term=2 lastLogIndex=2 lastLogTerm=1');
      expect(server.currentTerm).toBe(1);
    },
  ],
  [
    'a leadership transfer is no disruption (thesis §3.10)',
    () => {
      const server = sticky(0);
      hear(server, 'AppendEntries n2 n1 term=1');
      hear(server, 'RequestVote n3 n1 term=2 transfer=true');
      expect([server.currentTerm, server.votedFor]).toEqual([2, 'n3']);
    },
  ],
  [
    'the candidate that heard no leader may be heard itself: only RequestVote is held back',
    () => {
      const server = sticky(0);
      hear(server, 'AppendEntries n2 n1 term=1');
      hear(server, 'AppendEntries n3 n1 term=2');
      expect([server.currentTerm, server.leaderId]).toEqual([2, 'n3']);
    },
  ],
  [
    'a server that starts again may have answered a leader right before; a new one has not',
    () => {
      const again = sticky(1);
      hear(again, 'RequestVote n3 n1 term=2');
      expect(again.currentTerm).toBe(1);
      const fresh = sticky(0);
      hear(fresh, 'RequestVote n3 n1 term=2');
      expect(fresh.currentTerm).toBe(2);
    },
  ],
  [
    'without the setting every candidate is heard (Raft Figure 2)',
    () => {
      const server = leader();
      hear(server, 'RequestVote n3 n1 term=2');
      expect([server.role, server.currentTerm, server.votedFor]).toEqual(['follower', 2, 'n3']);
    },
  ],
];

test.each(rules)('%s', (_rule, check) => check());
