import { compact, createServer, defaultSettings, receive, takeEffects, tick } from '@raftlens/core';
import { expect, test } from 'vitest';
import { buildMessage } from '../transcript/build-message.ts';
import { answer, candidate, done, follower, hear, leader, logTerms } from './one-server.ts';

// What Raft §7 and Figure 13 ask of snapshots, and what follows from it for memberships.
const rules: readonly (readonly [rule: string, check: () => void])[] = [
  [
    'only what was applied can be compacted, and only once',
    () => {
      const server = follower('term=1 log=1,1,1');
      hear(server, 'AppendEntries n2 n1 term=1 entries=1,1 leaderCommit=2');
      const through = (index: number) => compact(server, { index, data: 's', bytes: 1 }, 0);
      expect([through(3), through(2), through(2), through(1)]).toEqual([false, true, false, false]);
      expect([server.log.baseIndex, server.log.baseTerm, logTerms(server)]).toEqual([2, 1, [1]]);
      expect(done(server).write?.snapshot).toMatchObject({ index: 2, term: 1, data: 's' });
    },
  ],
  [
    'the state machine starts again from the snapshot; what waited to be applied is part of it',
    () => {
      const server = follower('term=1 log=1,1');
      receive(server, message('AppendEntries n2 n1 term=1 entries=1,1 leaderCommit=2'), 0);
      receive(server, message('InstallSnapshot n2 n1 term=1 index=4 snapshotTerm=1'), 0);
      const { committed, restored } = done(server);
      expect([committed, restored?.index]).toEqual([[], 4]);
      expect([server.commitIndex, server.lastApplied, server.durableIndex]).toEqual([4, 4, 4]);
      expect(takeEffects(server).restored).toBeUndefined();
    },
  ],
  [
    'a log is compacted again and again',
    () => {
      const server = follower('term=1 log=1,1,1,1');
      hear(server, 'AppendEntries n2 n1 term=1 prevLogIndex=4 prevLogTerm=1 leaderCommit=4');
      for (const index of [2, 3]) compact(server, { index, data: 's', bytes: 1 }, 0);
      expect([server.log.baseIndex, logTerms(server)]).toEqual([3, [1]]);
    },
  ],
  [
    'AppendEntries 2: the last entry of a snapshot has to be of the same term',
    () => {
      const server = follower();
      hear(server, 'InstallSnapshot n2 n1 term=3 index=4 snapshotTerm=1');
      const request = 'AppendEntries n2 n1 term=3 prevLogIndex=4 prevLogTerm=2 entries=3';
      expect(answer(hear(server, request), 'AppendEntriesResponse').success).toBe(false);
    },
  ],
  [
    'AppendEntries 3 and 4: what a snapshot covers is known; what follows conflicts or is appended',
    () => {
      const server = follower();
      hear(server, 'InstallSnapshot n2 n1 term=3 index=4 snapshotTerm=1');
      hear(server, 'AppendEntries n2 n1 term=3 prevLogIndex=2 prevLogTerm=1 entries=1,1,2,2');
      expect([server.log.baseIndex, logTerms(server)]).toEqual([4, [2, 2]]);
      hear(server, 'AppendEntries n2 n1 term=3 prevLogIndex=5 prevLogTerm=2 entries=3');
      expect(logTerms(server)).toEqual([2, 3]);
    },
  ],
  [
    'InstallSnapshot makes a candidate of its term a follower, and puts its timeout off',
    () => {
      const server = candidate();
      server.now += 50;
      const { electionDeadline } = server;
      hear(server, 'InstallSnapshot n2 n1 term=1 index=4 snapshotTerm=1');
      expect([server.role, server.leaderId]).toEqual(['follower', 'n2']);
      expect(server.electionDeadline).toBe(electionDeadline + 50);
    },
  ],
  [
    'InstallSnapshot 6: a snapshot of what is committed already changes nothing',
    () => {
      const server = follower('term=1 log=1,1');
      hear(server, 'AppendEntries n2 n1 term=1 prevLogIndex=2 prevLogTerm=1 leaderCommit=2');
      const effects = hear(server, 'InstallSnapshot n2 n1 term=1 index=2 snapshotTerm=1');
      expect([effects.restored, logTerms(server)]).toEqual([undefined, [1, 1]]);
      expect(answer(effects, 'InstallSnapshotResponse').matchIndex).toBe(2);
    },
  ],
  [
    'InstallSnapshot 6: entries that follow are retained, durable as far as they were',
    () => {
      const server = follower('term=1 log=1,1,1,1,1,1');
      const { write } = hear(server, 'InstallSnapshot n2 n1 term=1 index=4 snapshotTerm=1');
      expect([logTerms(server), server.durableIndex]).toEqual([[1, 1], 6]);
      expect([write?.fromIndex, write?.entries, write?.lastLogIndex]).toEqual([7, [], 6]);

      const slow = follower('term=1');
      receive(slow, message('AppendEntries n2 n1 term=1 entries=1,1,1,1,1,1'), 0);
      receive(slow, message('InstallSnapshot n2 n1 term=1 index=4 snapshotTerm=1'), 0);
      expect(slow.durableIndex).toBe(4);
      const late = takeEffects(slow).write;
      expect([late?.fromIndex, late?.entries.length, late?.snapshot?.index]).toEqual([5, 2, 4]);
    },
  ],
  [
    'InstallSnapshot 7: else the whole log is discarded, and only the snapshot is to be written',
    () => {
      const server = follower('term=1 log=1,1,1,1,1,1');
      const { write } = hear(server, 'InstallSnapshot n2 n1 term=2 index=4 snapshotTerm=2');
      expect([logTerms(server), server.durableIndex, server.log.baseTerm]).toEqual([[], 4, 2]);
      expect([write?.fromIndex, write?.entries, write?.lastLogIndex]).toEqual([5, [], 4]);
    },
  ],
  [
    'the membership in a snapshot is in force',
    () => {
      const server = follower();
      hear(server, 'InstallSnapshot n2 n1 term=1 index=4 snapshotTerm=1 voters=n1,n4,n5');
      tick(server, server.electionDeadline);
      expect(done(server).messages.map(({ to }) => to)).toEqual(['n4', 'n5']);
    },
  ],
  [
    'a membership in the entries that follow a snapshot stays in force',
    () => {
      const server = withConfigurationAt2();
      hear(server, 'InstallSnapshot n2 n1 term=1 index=1 snapshotTerm=1 voters=n1,n2,n3');
      expect(server.configuration.voters).toEqual(['n1', 'n2', 'n3', 'n4']);
    },
  ],
  [
    'a snapshot names the membership of its own index, also when a later one is committed',
    () => {
      const server = withConfigurationAt2();
      hear(server, 'AppendEntries n2 n1 term=1 prevLogIndex=2 prevLogTerm=1 leaderCommit=2');
      for (const index of [1, 2]) compact(server, { index, data: 's', bytes: 1 }, 0);
      const taken = done(server).write?.snapshot;
      expect([taken?.index, taken?.configuration.voters]).toEqual([2, ['n1', 'n2', 'n3', 'n4']]);

      const other = withConfigurationAt2();
      hear(other, 'AppendEntries n2 n1 term=1 prevLogIndex=2 prevLogTerm=1 leaderCommit=2');
      compact(other, { index: 1, data: 's', bytes: 1 }, 0);
      expect(done(other).write?.snapshot?.configuration.voters).toEqual(['n1', 'n2', 'n3']);
      expect(other.configuration.voters).toEqual(['n1', 'n2', 'n3', 'n4']);
    },
  ],
  [
    'a membership in entries that a snapshot replaces is gone with them',
    () => {
      const server = withConfigurationAt2();
      hear(server, 'InstallSnapshot n2 n1 term=2 index=1 snapshotTerm=2 voters=n1,n2,n3');
      expect(server.configuration.voters).toEqual(['n1', 'n2', 'n3']);
      expect(logTerms(server)).toEqual([]);
    },
  ],
  [
    'a snapshot that conflicts takes the place of the whole log',
    () => {
      const server = follower('term=1 log=1,1,1');
      hear(server, 'InstallSnapshot n2 n1 term=2 index=2 snapshotTerm=2');
      expect([server.log.baseIndex, server.log.baseTerm, logTerms(server)]).toEqual([2, 2, []]);
    },
  ],
  [
    'a snapshot of an older term is not installed',
    () => {
      const server = follower('term=3 log=1');
      const effects = hear(server, 'InstallSnapshot n2 n1 term=2 index=4 snapshotTerm=2');
      expect(answer(effects, 'InstallSnapshotResponse')).toMatchObject({ term: 3, matchIndex: 0 });
      expect([logTerms(server), server.leaderId]).toEqual([[1], undefined]);
    },
  ],
  [
    'an answer to a snapshot counts in the term of the request, and shows that the peer is alive',
    () => {
      const server = leader('term=3 log=1,1');
      server.now += 10;
      hear(server, 'InstallSnapshotResponse n2 n1 term=4 requestTerm=3 matchIndex=2');
      expect(server.progress[0]).toMatchObject({ matchIndex: 0 });
      hear(server, 'InstallSnapshotResponse n2 n1 term=4 requestTerm=4 matchIndex=2');
      expect(server.progress[0]).toMatchObject({ matchIndex: 2, lastContact: server.now });
    },
  ],
  [
    'entries that begin before the snapshot are taken from behind it',
    () => {
      const server = follower('term=1 log=1,1');
      hear(server, 'InstallSnapshot n2 n1 term=1 index=2 snapshotTerm=1');
      const effects = hear(server, 'AppendEntries n2 n1 term=1 entries=1,1,1');
      expect(answer(effects, 'AppendEntriesResponse')).toMatchObject({
        success: true,
        matchIndex: 3,
      });
      expect([server.log.baseIndex, logTerms(server)]).toEqual([2, [1]]);
    },
  ],
  [
    'where to try next is never sought in what is compacted away',
    () => {
      const server = follower('term=2 log=1,1,1');
      hear(server, 'InstallSnapshot n2 n1 term=2 index=2 snapshotTerm=1');
      const effects = hear(server, 'AppendEntries n2 n1 term=2 prevLogIndex=3 prevLogTerm=2');
      expect(answer(effects, 'AppendEntriesResponse')).toMatchObject({
        success: false,
        conflictIndex: 3,
        conflictTerm: 1,
      });
    },
  ],
  [
    'a snapshot is news of a leader: no pre-vote against it (thesis §9.6)',
    () => {
      const server = follower();
      hear(server, 'InstallSnapshot n2 n1 term=1 index=2 snapshotTerm=1');
      const request = 'PreVote n3 n1 term=1 lastLogIndex=2 lastLogTerm=1';
      expect(answer(hear(server, request), 'PreVoteResponse').voteGranted).toBe(false);
      server.now += defaultSettings.electionTimeoutMs[0];
      expect(answer(hear(server, request), 'PreVoteResponse').voteGranted).toBe(true);
    },
  ],
  [
    'a membership that stands at the index of a snapshot is there once',
    () => {
      const server = withConfigurationAt2();
      hear(server, 'InstallSnapshot n2 n1 term=1 index=2 snapshotTerm=1 voters=n1,n2,n3,n4');
      expect(server.configurations).toHaveLength(1);
    },
  ],
];

test.each(rules)('%s', (_rule, check) => check());

function message(words: string): ReturnType<typeof buildMessage> {
  return buildMessage(words.split(' '));
}

/** n1 with an entry of term 1 and, behind it, the membership n1 to n4. */
function withConfigurationAt2(): ReturnType<typeof createServer> {
  const configuration = { voters: ['n1', 'n2', 'n3', 'n4'], votersOutgoing: [], learners: [] };
  const server = createServer(
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
          { term: 1, command: undefined, hash: 'c2', configuration },
        ],
      },
    },
    0,
  );
  expect(server.configuration).toEqual(configuration);
  return server;
}
