import { compact, propose, tick } from '@raftlens/core';
import { expect, test } from 'vitest';
import {
  agree,
  answer,
  done,
  follower,
  hear,
  hearEntries,
  leader,
  logTerms,
  membership,
} from './one-server.ts';

// Raft §7 and Figure 13 at the index where the snapshot ends and the log begins.
const rules: readonly (readonly [rule: string, check: () => void])[] = [
  [
    'what a snapshot covers, and what is there already, is neither truncated nor written again',
    () => {
      const server = follower('term=1 log=1,1,1,1,1,1');
      hear(server, 'InstallSnapshot n2 n1 term=1 index=4 snapshotTerm=1');
      const { write } = hear(server, 'AppendEntries n2 n1 term=1 entries=1,1,1,1,1');
      expect([logTerms(server), server.durableIndex, write]).toEqual([[1, 1], 6, undefined]);
      const more = 'AppendEntries n2 n1 term=1 prevLogIndex=2 prevLogTerm=1 entries=1,1,1,1,1';
      expect(hear(server, more).write).toMatchObject({ fromIndex: 7, lastLogIndex: 7 });
    },
  ],
  [
    'InstallSnapshot 6: the entry at its index has to be of its term, not just be there',
    () => {
      for (const [term, left] of [
        [2, [2, 2]],
        [1, []],
        [3, []],
      ] as const) {
        const server = follower('term=3 log=1,1,2,2,2');
        hear(server, `InstallSnapshot n2 n1 term=3 index=3 snapshotTerm=${term}`);
        expect([server.log.baseTerm, logTerms(server)]).toEqual([term, left]);
      }
    },
  ],
  [
    'InstallSnapshot: one behind the end of the log takes its place, and the next entry follows it',
    () => {
      const server = follower('term=1 log=1,1');
      hear(server, 'InstallSnapshot n2 n1 term=1 index=3 snapshotTerm=1');
      expect([server.log.baseIndex, logTerms(server), server.commitIndex]).toEqual([3, [], 3]);
      const next = 'AppendEntries n2 n1 term=1 prevLogIndex=3 prevLogTerm=1 entries=1';
      const { write } = hear(server, `${next} leaderCommit=4`);
      expect(write).toMatchObject({ fromIndex: 4, lastLogIndex: 4 });
      expect([server.commitIndex, logTerms(server)]).toEqual([4, [1]]);
    },
  ],
  [
    'the log that is left ends where it did: votes are compared with the last entry, or the snapshot',
    () => {
      const server = follower('term=1');
      hear(server, 'InstallSnapshot n2 n1 term=1 index=4 snapshotTerm=1 voters=n1,n2,n3');
      const asked = (index: number, term: number): boolean => {
        const request = `PreVote n3 n1 term=1 lastLogIndex=${index} lastLogTerm=${term}`;
        server.leaderHeardAt = Number.NEGATIVE_INFINITY;
        return answer(hear(server, request), 'PreVoteResponse').voteGranted;
      };
      expect([asked(3, 1), asked(4, 1), asked(9, 0), asked(1, 2)]).toEqual([
        false,
        true,
        false,
        true,
      ]);
      tick(server, server.electionDeadline);
      expect(done(server).messages).toMatchObject([
        { lastLogIndex: 4, lastLogTerm: 1 },
        { lastLogIndex: 4, lastLogTerm: 1 },
      ]);
    },
  ],
  [
    'a leader sends its snapshot for what it has compacted, and entries from right behind it',
    () => {
      const server = leader('term=1 log=1,1,1');
      propose(server, 'x', 'x', server.now);
      done(server);
      agree(server, 'n3', 4);
      compact(server, { index: 2, data: 's', bytes: 1 }, server.now);
      const retried = (conflictIndex: number): string => {
        Object.assign(server.progress[0] ?? {}, { nextIndex: 5 });
        const words = `prevLogIndex=4 conflictIndex=${conflictIndex}`;
        const header = 'AppendEntriesResponse n2 n1 term=2 requestTerm=2';
        const [message] = hear(server, `${header} ${words}`).messages;
        if (message?.kind !== 'AppendEntries') return `${message?.kind}`;
        return `${message.prevLogIndex}@${message.prevLogTerm} +${message.entries.length}`;
      };
      expect([4, 3, 2, 1].map(retried)).toEqual([
        '3@1 +1',
        '2@1 +2',
        'InstallSnapshot',
        'InstallSnapshot',
      ]);
      expect(server.progress[0]).toMatchObject({ nextIndex: 3, matchIndex: 0 });
    },
  ],
  [
    'a follower that took the snapshot agrees through its index, and gets what follows',
    () => {
      const server = leader('term=1 log=1,1');
      propose(server, 'x', 'x', server.now);
      done(server);
      const response = 'InstallSnapshotResponse n2 n1 term=2 requestTerm=2 matchIndex=2';
      Object.assign(server.progress[0] ?? {}, { nextIndex: 3 });
      expect(hear(server, response).messages).toMatchObject([
        { kind: 'AppendEntries', to: 'n2', prevLogIndex: 2, entries: [{ command: 'x' }] },
      ]);
    },
  ],
  [
    'an answer from a server that is no member any more says nothing',
    () => {
      const server = leader();
      const answers = [
        'InstallSnapshotResponse n9 n1 term=1 requestTerm=1 matchIndex=2',
        'AppendEntriesResponse n9 n1 term=1 requestTerm=1 success=true matchIndex=2',
      ];
      for (const each of answers) expect(hear(server, each).messages).toEqual([]);
      expect(server.progress.map(({ matchIndex }) => matchIndex)).toEqual([0, 0]);
    },
  ],
  [
    'what held before a snapshot is forgotten with it, and what holds at its index is not',
    () => {
      const server = follower('term=1');
      const memberships = ['n4', 'n5', 'n6'].map((id) => membership(1, { voters: ['n1', id] }));
      const [first, second, third] = memberships;
      if (first === undefined || second === undefined || third === undefined) throw new Error();
      const x = { term: 1, command: 'x', hash: 'x' };
      const request = 'AppendEntries n2 n1 term=1 leaderCommit=7';
      hearEntries(server, request, [x, first, x, second, x, third, x]);
      const left = (index: number): readonly number[] => {
        compact(server, { index, data: 's', bytes: 1 }, 0);
        return server.configurations.map((placed) => placed.index);
      };
      expect([1, 2, 3, 4, 5].map(left)).toEqual([
        [0, 2, 4, 6],
        [2, 4, 6],
        [2, 4, 6],
        [4, 6],
        [4, 6],
      ]);
      expect(server.snapshot?.configuration.voters).toEqual(['n1', 'n5']);
      hear(server, 'InstallSnapshot n2 n1 term=1 index=9 snapshotTerm=1 voters=n1,n7');
      expect(server.configurations.map((placed) => placed.index)).toEqual([9]);
    },
  ],
  [
    'the follower agrees through what its answer says, whatever was sent since',
    () => {
      const server = leader('term=1 log=1,1');
      propose(server, 'x', 'x', server.now);
      done(server);
      expect(server.progress[0]?.nextIndex).toBe(4);
      hear(server, 'InstallSnapshotResponse n2 n1 term=2 requestTerm=2 matchIndex=1');
      expect([server.progress[0]?.matchIndex, server.commitIndex]).toEqual([1, 0]);
    },
  ],
  [
    'who led this term and does not any more draws nothing from late answers',
    () => {
      const server = leader('term=1 log=1');
      propose(server, 'x', 'x', server.now);
      done(server);
      tick(server, server.quorumDeadline);
      expect([server.role, server.currentTerm]).toEqual(['follower', 2]);
      for (const kind of ['InstallSnapshotResponse', 'AppendEntriesResponse']) {
        const words = `${kind} n2 n1 term=2 requestTerm=2 success=true matchIndex=2`;
        expect(hear(server, words).messages).toEqual([]);
      }
      expect([server.progress[0]?.matchIndex, server.commitIndex]).toEqual([0, 0]);
    },
  ],
  [
    'what the leader has compacted, a follower need not have',
    () => {
      const server = leader('term=1 log=1,1,1');
      propose(server, 'x', 'x', server.now);
      done(server);
      agree(server, 'n3', 4);
      compact(server, { index: 3, data: 's', bytes: 1 }, server.now);
      agree(server, 'n2', 1);
      expect(server.progress[0]?.matchIndex).toBe(1);
      const rejection = 'AppendEntriesResponse n2 n1 term=2 requestTerm=2 prevLogIndex=3';
      expect(hear(server, `${rejection} conflictIndex=2`).messages).toMatchObject([
        { kind: 'InstallSnapshot', to: 'n2', snapshot: { index: 3 } },
      ]);
    },
  ],
];

test.each(rules)('%s', (_rule, check) => check());
