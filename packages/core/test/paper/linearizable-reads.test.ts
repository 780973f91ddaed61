import {
  createServer,
  defaultSettings,
  propose,
  type Server,
  type Settings,
  startRead,
  tick,
  transferLeadership,
} from '@raftlens/core';
import { expect, test } from 'vitest';
import { answer, done, follower, hear, leader } from './one-server.ts';

const rules: readonly (readonly [rule: string, check: () => void])[] = [
  [
    '1: if the leader has not yet committed an entry from its current term, it does not know',
    () => {
      const server = leader('term=1 log=1');
      expect(startRead(server, 'r', server.now)).toMatchObject({ reason: 'nothing-committed-yet' });
      const remote = hear(server, 'ReadIndex n2 n1 term=2 context=c');
      expect(answer(remote, 'ReadIndexResponse')).toMatchObject({ success: false, context: 'c' });
    },
  ],
  [
    'to that end each leader commits a no-op entry at the start of its term',
    () => {
      const server = elected({ noOpEntry: true });
      hear(server, acceptance('n2', 1));
      expect(server.commitIndex).toBe(1);
      expect(server.log.entries).toEqual([{ term: 1, command: undefined, hash: 'no-op' }]);
      expect(startRead(server, 'r', server.now)).toEqual({ kind: 'started' });
    },
  ],
  [
    '3: it issues a new round of heartbeats and waits for acknowledgments from a majority',
    () => {
      const server = committed(5);
      expect(startRead(server, 'r', server.now)).toEqual({ kind: 'started' });
      const heartbeats = done(server).messages;
      expect(heartbeats).toMatchObject([
        { kind: 'AppendEntries', to: 'n2', round: 1 },
        { kind: 'AppendEntries', to: 'n3', round: 1 },
        { kind: 'AppendEntries', to: 'n4', round: 1 },
        { kind: 'AppendEntries', to: 'n5', round: 1 },
      ]);
      const answered = (from: string, round: number) =>
        hear(server, `${acceptance(from, 1)} round=${round}`).reads;
      expect(answered('n2', 1)).toEqual([]);
      expect(answered('n2', 1)).toEqual([]);
      expect(answered('n3', 0)).toEqual([]);
      expect(answered('n4', 1)).toEqual([{ kind: 'served', id: 'r', readIndex: 1 }]);
      expect(answered('n5', 1)).toEqual([]);
    },
  ],
  [
    'a rejection acknowledges the leader too: it is of the same term',
    () => {
      const server = committed(3);
      startRead(server, 'r', server.now);
      done(server);
      const { reads } = hear(server, 'AppendEntriesResponse n2 n1 term=1 requestTerm=1 round=1');
      expect(reads).toMatchObject([{ id: 'r' }]);
    },
  ],
  [
    '2: the read waits for the commitIndex of its beginning, not for what is committed later',
    () => {
      const server = committed(3);
      startRead(server, 'r', server.now);
      propose(server, 'y', 'y', server.now);
      done(server);
      const { reads } = hear(server, `${acceptance('n2', 2)} round=1`);
      expect([server.commitIndex, reads]).toMatchObject([2, [{ readIndex: 1 }]]);
    },
  ],
  [
    'a read that comes after a round has left needs another round',
    () => {
      const server = committed(3);
      startRead(server, 'r1', server.now);
      done(server);
      startRead(server, 'r2', server.now);
      done(server);
      const ids = (round: number) =>
        hear(server, `${acceptance('n2', 1)} round=${round}`).reads.map(({ id }) => id);
      expect([ids(1), ids(2)]).toEqual([['r1'], ['r2']]);
    },
  ],
  [
    'a cluster of one server is a majority by itself',
    () => {
      const server = createServer(
        { id: 'n1', voters: ['n1'], settings: defaultSettings, random: () => 0.5 },
        0,
      );
      tick(server, server.electionDeadline);
      propose(server, 'x', 'x', server.now);
      done(server);
      startRead(server, 'r', server.now);
      expect(done(server).reads).toEqual([{ kind: 'served', id: 'r', readIndex: 1 }]);
    },
  ],
  [
    'followers: the leader is asked for its readIndex, and the read waits until it is applied',
    () => {
      const server = follower();
      hear(server, 'AppendEntries n2 n1 term=1 entries=1,1');
      expect(startRead(server, 'r', server.now)).toEqual({ kind: 'started' });
      const { context } = answer(done(server), 'ReadIndex');
      const other = `ReadIndexResponse n2 n1 term=1 success=true readIndex=0 context=x${context}`;
      expect(hear(server, other).reads).toEqual([]);
      const response = `ReadIndexResponse n2 n1 term=1 success=true readIndex=2 context=${context}`;
      expect(hear(server, response).reads).toEqual([]);
      const commit = 'AppendEntries n2 n1 term=1 prevLogIndex=2 prevLogTerm=1 leaderCommit=';
      expect(hear(server, `${commit}1`).reads).toEqual([]);
      expect(hear(server, `${commit}2`).reads).toMatchObject([{ id: 'r', readIndex: 2 }]);
      expect(hear(server, response).reads).toEqual([]);
      expect(server.readDeadline).toBe(Number.POSITIVE_INFINITY);
    },
  ],
  [
    'a leader that steps down fails its own reads, and tells peers that asked',
    () => {
      const server = committed(3);
      startRead(server, 'r', server.now);
      hear(server, 'ReadIndex n3 n1 term=1 context=c');
      const effects = hear(server, 'AppendEntries n2 n1 term=2');
      expect(effects.reads).toEqual([{ kind: 'failed', id: 'r', reason: 'leadership-lost' }]);
      expect(answer(effects, 'ReadIndexResponse')).toMatchObject({ to: 'n3', success: false });
    },
  ],
  [
    'a read that nobody confirms fails after an election timeout',
    () => {
      const server = committed(3, { checkQuorum: false });
      startRead(server, 'r', server.now);
      hear(server, 'ReadIndex n3 n1 term=1 context=c');
      tick(server, server.now + 299);
      expect(done(server).reads).toEqual([]);
      tick(server, server.now + 1);
      expect(done(server).reads).toEqual([{ kind: 'failed', id: 'r', reason: 'timeout' }]);
      expect(server.confirmingReads).toEqual([]);
    },
  ],
  [
    'lease: it counts from when the acknowledged round left, less the drift (thesis §6.4.1)',
    () => {
      const server = committed(3, { leaderStickiness: true, leaseDriftMs: 20 });
      const sentAt = server.now;
      hear(server, `${acceptance('n2', 1)} sentAt=${sentAt}`);
      const served = (now: number): number => {
        startRead(server, 'r', now);
        return done(server).reads.length;
      };
      expect([served(sentAt + 129), served(sentAt + 130)]).toEqual([1, 0]);
    },
  ],
  [
    'lease: a transfer ends it, and for the whole term (thesis §6.4.1)',
    () => {
      const server = committed(3, { leaderStickiness: true, leaseDriftMs: 20 });
      const sentAt = server.now;
      hear(server, `${acceptance('n2', 1)} sentAt=${sentAt}`);
      transferLeadership(server, 'n2', sentAt);
      startRead(server, 'r', sentAt);
      expect(done(server).reads).toEqual([]);
    },
  ],
  [
    'lease: needs voters that keep to it, and a drift that leaves something of it',
    () => {
      const settings = { leaderStickiness: true, leaseDriftMs: 149 };
      expect(() => committed(3, settings)).not.toThrow();
      expect(() => committed(3, { ...settings, leaseDriftMs: 150 })).toThrow(RangeError);
      expect(() => committed(3, { ...settings, leaseDriftMs: -1 })).toThrow(RangeError);
      expect(() => committed(3, { leaseDriftMs: 1 })).toThrow(RangeError);
    },
  ],
];

// The steps of thesis §6.4, under their numbers there.
test.each(rules)('%s', (_rule, check) => check());

/** n1 as leader of term 1. */
function elected(settings: Partial<Settings>, size = 3): Server {
  const server = createServer(
    {
      id: 'n1',
      voters: ['n1', 'n2', 'n3', 'n4', 'n5'].slice(0, size),
      settings: { ...defaultSettings, ...settings },
      random: () => 0.5,
    },
    0,
  );
  tick(server, server.electionDeadline);
  done(server);
  for (const from of ['n2', 'n3']) {
    hear(server, `RequestVoteResponse ${from} n1 term=1 requestTerm=1 voteGranted=true`);
  }
  return server;
}

/** The same, once an entry is committed. */
function committed(size: number, settings: Partial<Settings> = {}): Server {
  const server = elected(settings, size);
  propose(server, 'x', 'x', server.now);
  done(server);
  for (const from of ['n2', 'n3']) hear(server, acceptance(from, 1));
  expect(server.commitIndex).toBe(1);
  return server;
}

function acceptance(from: string, matchIndex: number): string {
  const terms = 'term=1 requestTerm=1';
  return `AppendEntriesResponse ${from} n1 ${terms} success=true matchIndex=${matchIndex}`;
}
