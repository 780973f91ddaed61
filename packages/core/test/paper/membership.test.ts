import { createServer, defaultSettings, type Server, tick } from '@raftlens/core';
import { expect, test } from 'vitest';
import { done, hear } from './one-server.ts';

const without = { voters: ['n2', 'n3'], votersOutgoing: [], learners: [] };

/** n1 with entries of term 1, the last of which removes it. */
function removed(): Server {
  return createServer(
    {
      id: 'n1',
      voters: ['n1', 'n2', 'n3'],
      settings: defaultSettings,
      random: () => 0.5,
      stored: {
        currentTerm: 1,
        votedFor: undefined,
        entries: [
          { term: 1, command: 'x', hash: 'x' },
          { term: 1, command: undefined, hash: 'c2', configuration: without },
        ],
      },
    },
    0,
  );
}

const rules: readonly (readonly [rule: string, check: () => void])[] = [
  [
    'a server outside its own latest configuration still starts elections (thesis §4.2.2)',
    () => {
      const server = removed();
      tick(server, server.electionDeadline);
      expect(done(server).messages.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
        'RequestVote n2',
        'RequestVote n3',
      ]);
    },
  ],
  [
    'it does not count its own vote (thesis §4.2.2)',
    () => {
      const server = removed();
      tick(server, server.electionDeadline);
      const granted = (from: string): string => {
        hear(server, `RequestVoteResponse ${from} n1 term=2 requestTerm=2 voteGranted=true`);
        return server.role;
      };
      expect([granted('n2'), granted('n3')]).toEqual(['candidate', 'leader']);
    },
  ],
  [
    'once the configuration is committed it campaigns no more (thesis §4.2.2)',
    () => {
      const server = removed();
      hear(server, 'AppendEntries n2 n1 term=1 prevLogIndex=2 prevLogTerm=1 leaderCommit=2');
      tick(server, server.electionDeadline);
      expect([server.role, done(server).messages]).toEqual(['follower', []]);
    },
  ],
];

test.each(rules)('%s', (_rule, check) => check());
