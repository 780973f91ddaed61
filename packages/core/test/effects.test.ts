import {
  changeMembership,
  compact,
  nextDeadline,
  persisted,
  propose,
  receive,
  type Server,
  startRead,
  takeEffects,
  tick,
  transferLeadership,
} from '@raftlens/core';
import { expect, test } from 'vitest';
import { agree, candidate, done, follower, hear, leader } from './paper/one-server.ts';
import { buildMessage } from './transcript/build-message.ts';

function deliver(server: Server, words: string): void {
  receive(server, buildMessage(words.split(' ')), server.now);
}

const rules: readonly (readonly [rule: string, check: () => void])[] = [
  [
    'what is wanted is handed over once',
    () => {
      const server = leader('term=1 log=1');
      propose(server, 'x', 'x', server.now);
      startRead(server, 'r', server.now);
      const first = takeEffects(server);
      expect([first.write?.entries.length, first.messages.length]).toEqual([1, 2]);
      expect(takeEffects(server)).toEqual({
        write: undefined,
        messages: [],
        committed: [],
        restored: undefined,
        committedFrom: 0,
        reads: [],
      });
    },
  ],
  [
    'who leads no more sends nothing of what it would have sent (Raft §5.1)',
    () => {
      const server = leader();
      propose(server, 'x', 'x', server.now);
      deliver(server, 'RequestVoteResponse n3 n1 term=5 requestTerm=4');
      expect(takeEffects(server).messages).toEqual([]);
      // Nor once it leads again: that begins with heartbeats of its own.
      tick(server, server.electionDeadline);
      done(server);
      const { messages } = hear(
        server,
        'RequestVoteResponse n2 n1 term=6 requestTerm=6 voteGranted=true',
      );
      expect(messages.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
        'AppendEntries n2',
        'AppendEntries n3',
      ]);
    },
  ],
  [
    'a new leader says so once, also with an entry of its own (thesis §6.4)',
    () => {
      const server = candidate('', { settings: { noOpEntry: true } });
      const vote = 'RequestVoteResponse n2 n1 term=1 requestTerm=1 voteGranted=true';
      expect(hear(server, vote).messages).toMatchObject([
        { to: 'n2', entries: [{ hash: 'no-op' }] },
        { to: 'n3', entries: [{ hash: 'no-op' }] },
      ]);
      expect(takeEffects(server).messages).toEqual([]);
    },
  ],
  [
    'what was decided at a time leaves with that time',
    () => {
      const server = leader();
      propose(server, 'x', 'x', 400);
      expect(done(server).messages).toMatchObject([{ sentAt: 400 }, { sentAt: 400 }]);
      agree(server, 'n2', 1);
      expect(compact(server, { index: 1, data: 's', bytes: 1 }, 410)).toBe(true);
      expect(server.now).toBe(410);
      const wanted = { voters: ['n1', 'n2'], learners: [] };
      expect(changeMembership(server, wanted, 420)).toMatchObject({ kind: 'proposed' });
      expect(done(server).messages).toMatchObject([{ to: 'n2', sentAt: 420 }]);
      agree(server, 'n2', 1);
      transferLeadership(server, 'n2', 430);
      expect(done(server).messages).toMatchObject([{ to: 'n2', sentAt: 430 }]);
    },
  ],
  [
    'a write names the term and the vote of now, and only what is not on disk',
    () => {
      const server = follower('term=2 vote=n3 log=1,2');
      expect(hear(server, 'AppendEntries n2 n1 term=3').write).toEqual({
        currentTerm: 3,
        votedFor: undefined,
        fromIndex: 3,
        entries: [],
        snapshot: undefined,
        lastLogIndex: 2,
      });
      expect(hear(server, 'AppendEntries n2 n1 term=3 leaderCommit=1').write).toBeUndefined();
    },
  ],
  [
    'a snapshot is written once',
    () => {
      const server = follower('term=1 log=1,1');
      hear(server, 'AppendEntries n2 n1 term=1 entries=1,1 leaderCommit=2');
      compact(server, { index: 1, data: 's', bytes: 1 }, 0);
      expect(done(server).write?.snapshot).toMatchObject({ index: 1, data: 's' });
      const { write } = hear(server, 'RequestVoteResponse n2 n1 term=2 requestTerm=1');
      expect([write?.currentTerm, write?.snapshot]).toEqual([2, undefined]);
    },
  ],
  [
    'the next deadline is that of whichever timer is first',
    () => {
      const server = leader();
      const off = Number.POSITIVE_INFINITY;
      const timers = [
        'electionDeadline',
        'heartbeatDeadline',
        'quorumDeadline',
        'transferDeadline',
        'readDeadline',
      ] as const;
      for (const timer of timers) {
        for (const each of timers) server[each] = 900;
        server[timer] = 800;
        expect(nextDeadline(server)).toBe(800);
      }
      for (const each of timers) server[each] = off;
      expect(nextDeadline(server)).toBe(off);
    },
  ],
  [
    'a write that is reported late takes back neither term nor vote of the meantime',
    () => {
      const server = follower('term=1');
      deliver(server, 'RequestVote n2 n1 term=2');
      const { write } = takeEffects(server);
      deliver(server, 'RequestVote n3 n1 term=3');
      if (write !== undefined) persisted(server, write, server.now);
      expect([server.currentTerm, server.votedFor]).toEqual([3, 'n3']);
      expect(takeEffects(server).write).toMatchObject({ currentTerm: 3, votedFor: 'n3' });
    },
  ],
];

test.each(rules)('%s', (_rule, check) => check());
