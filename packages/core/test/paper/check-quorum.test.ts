import { changeMembership, propose, type Server, tick } from '@raftlens/core';
import { expect, test } from 'vitest';
import { done, hear, leader, membership, voters } from './one-server.ts';

function isDeposedAt(server: Server, now: number): boolean {
  tick(server, now);
  return server.role !== 'leader';
}

function hears(server: Server, from: string, afterMs: number, words = 'success=true'): void {
  const { currentTerm: term } = server;
  server.now = startOf(server) + afterMs;
  hear(server, `AppendEntriesResponse ${from} n1 term=${term} requestTerm=${term} ${words}`);
}

/** When the election timeout at whose end the leader looks back began. */
function startOf({ quorumDeadline }: Server): number {
  return quorumDeadline - 300;
}

// Thesis §6.2: "a leader steps down if an election timeout elapses without a successful round of
// heartbeats to a majority of its cluster".
const rules: readonly (readonly [rule: string, check: () => void])[] = [
  [
    'it looks back when an election timeout is over, and not before',
    () => {
      const server = leader();
      const { quorumDeadline } = server;
      expect(isDeposedAt(server, quorumDeadline - 1)).toBe(false);
      expect(isDeposedAt(server, quorumDeadline)).toBe(true);
    },
  ],
  [
    'with one answer of three servers it leads on, for one more election timeout',
    () => {
      const server = leader();
      const { quorumDeadline } = server;
      hears(server, 'n2', 1);
      expect(isDeposedAt(server, quorumDeadline)).toBe(false);
      expect(server.quorumDeadline).toBe(quorumDeadline + 300);
      expect(isDeposedAt(server, quorumDeadline + 300)).toBe(true);
    },
  ],
  [
    'an answer from before the timeout began is none',
    () => {
      const server = leader();
      hears(server, 'n2', 0);
      expect(isDeposedAt(server, server.quorumDeadline)).toBe(true);
    },
  ],
  [
    'a majority of five needs two others, and one who answers twice is one',
    () => {
      const server = leader('', { voters: voters(5) });
      hears(server, 'n2', 1);
      hears(server, 'n2', 2);
      expect(isDeposedAt(server, server.quorumDeadline)).toBe(true);
      const other = leader('', { voters: voters(5) });
      hears(other, 'n2', 1);
      hears(other, 'n5', 2);
      expect(isDeposedAt(other, other.quorumDeadline)).toBe(false);
    },
  ],
  [
    'a follower that rejects for its log is alive, and so is one that takes a snapshot',
    () => {
      const rejected = leader('term=1 log=1,1');
      hears(rejected, 'n2', 1, 'prevLogIndex=2 conflictIndex=1');
      expect(isDeposedAt(rejected, rejected.quorumDeadline)).toBe(false);
      const installed = leader();
      installed.now += 1;
      hear(installed, 'InstallSnapshotResponse n2 n1 term=1 requestTerm=1 matchIndex=0');
      expect(isDeposedAt(installed, installed.quorumDeadline)).toBe(false);
    },
  ],
  [
    'an answer to what was asked in an older term says nothing',
    () => {
      const server = leader('term=3');
      server.now += 1;
      hear(server, 'AppendEntriesResponse n2 n1 term=4 requestTerm=3 success=true');
      expect(isDeposedAt(server, server.quorumDeadline)).toBe(true);
    },
  ],
  [
    'learners do not count (thesis §4.2.1)',
    () => {
      const server = leader('', { learners: ['n4', 'n5'] });
      hears(server, 'n4', 1);
      hears(server, 'n5', 1);
      expect(isDeposedAt(server, server.quorumDeadline)).toBe(true);
    },
  ],
  [
    'a joint configuration needs both majorities (thesis §4.3)',
    () => {
      const joint = { voters: ['n1', 'n4', 'n5'], votersOutgoing: ['n1', 'n2', 'n3'] };
      const deposed = (alive: readonly string[]): boolean => {
        const server = leader('term=1', { entries: [membership(1, joint)] });
        for (const from of alive) hears(server, from, 1);
        return isDeposedAt(server, server.quorumDeadline);
      };
      expect([['n2'], ['n4'], ['n2', 'n3'], ['n4', 'n5']].map(deposed)).toEqual([
        true,
        true,
        true,
        true,
      ]);
      expect(deposed(['n3', 'n4'])).toBe(false);
    },
  ],
  [
    'who steps down waits for a leader, or for an election timeout from now on',
    () => {
      const server = leader();
      const { quorumDeadline } = server;
      tick(server, quorumDeadline);
      expect([server.role, server.currentTerm, server.leaderId]).toEqual([
        'follower',
        1,
        undefined,
      ]);
      expect(server.electionDeadline).toBe(quorumDeadline + 225);
      expect([server.heartbeatDeadline, server.quorumDeadline]).toEqual([
        Number.POSITIVE_INFINITY,
        Number.POSITIVE_INFINITY,
      ]);
    },
  ],
  [
    'a server that just came is not held against the leader',
    () => {
      const server = leader('', { voters: ['n1'] });
      propose(server, 'x', 'x', server.now);
      done(server);
      server.now = startOf(server) + 100;
      changeMembership(server, { voters: ['n1', 'n2'], learners: [] }, server.now);
      const { quorumDeadline } = server;
      expect(isDeposedAt(server, quorumDeadline)).toBe(false);
      expect(isDeposedAt(server, quorumDeadline + 300)).toBe(true);
    },
  ],
];

test.each(rules)('%s', (_rule, check) => check());
