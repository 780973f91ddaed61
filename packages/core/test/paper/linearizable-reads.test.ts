import {
  createServer,
  defaultSettings,
  nextDeadline,
  propose,
  type Server,
  type Settings,
  startRead,
  tick,
} from '@raftlens/core';
import { expect, test } from 'vitest';
import { agree, answer, done, follower, hear, leader, voters } from './one-server.ts';

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
      agree(server, 'n2', 1);
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
        agree(server, from, 1, ` round=${round}`).reads;
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
      const { reads } = agree(server, 'n2', 2, ' round=1');
      expect([server.commitIndex, reads]).toMatchObject([2, [{ readIndex: 1 }]]);
    },
  ],
  [
    '2: entries that are in the log and not committed are not waited for',
    () => {
      const server = committed(3);
      propose(server, 'y', 'y', server.now);
      startRead(server, 'r', server.now);
      done(server);
      const { reads } = hear(
        server,
        'AppendEntriesResponse n3 n1 term=1 requestTerm=1 prevLogIndex=1 round=1',
      );
      expect(reads).toEqual([{ kind: 'served', id: 'r', readIndex: 1 }]);
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
        agree(server, 'n2', 1, ` round=${round}`).reads.map(({ id }) => id);
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
      done(server);
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
      expect(answer(effects, 'ReadIndexResponse')).toMatchObject({
        to: 'n3',
        context: 'c',
        success: false,
        readIndex: 0,
      });
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
    'an old answer that comes late takes no newer one back',
    () => {
      const server = committed(5);
      startRead(server, 'r1', server.now);
      done(server);
      startRead(server, 'r2', server.now);
      done(server);
      const ids = (from: string, round: number) =>
        agree(server, from, 1, ` round=${round}`).reads.map(({ id }) => id);
      expect([ids('n2', 2), ids('n2', 1), ids('n3', 1), ids('n4', 2)]).toEqual([
        [],
        [],
        ['r1'],
        ['r2'],
      ]);
    },
  ],
  [
    'reads of one instant are confirmed by one message to each, and end in their order',
    () => {
      const server = committed(3);
      for (const id of ['r1', 'r2']) startRead(server, id, server.now);
      expect(done(server).messages).toMatchObject([{ round: 2 }, { round: 2 }]);
      expect(agree(server, 'n3', 1, ' round=2').reads.map(({ id }) => id)).toEqual(['r1', 'r2']);
    },
  ],
  [
    'a heartbeat that was made between two reads confirms the first alone',
    () => {
      const server = committed(3);
      startRead(server, 'r1', server.now);
      tick(server, server.heartbeatDeadline);
      startRead(server, 'r2', server.now);
      done(server);
      const ids = (round: number) =>
        agree(server, 'n2', 1, ` round=${round}`).reads.map(({ id }) => id);
      expect([ids(1), ids(2)]).toEqual([['r1'], ['r2']]);
    },
  ],
  [
    'an answer to an older term confirms nothing, and neither does a learner',
    () => {
      const server = elected({}, 3, ['n4', 'n5']);
      propose(server, 'x', 'x', server.now);
      done(server);
      agree(server, 'n2', 1);
      startRead(server, 'r', server.now);
      done(server);
      hear(server, 'AppendEntriesResponse n2 n1 term=1 requestTerm=0 success=true round=1');
      for (const from of ['n4', 'n5']) agree(server, from, 1, ' round=1');
      expect(server.confirmingReads).toHaveLength(1);
      expect(agree(server, 'n2', 1, ' round=1').reads).toHaveLength(1);
    },
  ],
  [
    'a peer that asked is answered once its round is confirmed, with the index of its asking',
    () => {
      const server = committed(3);
      hear(server, 'ReadIndex n3 n1 term=1 context=c');
      propose(server, 'y', 'y', server.now);
      done(server);
      const effects = agree(server, 'n2', 2, ' round=1');
      expect(answer(effects, 'ReadIndexResponse')).toMatchObject({
        to: 'n3',
        context: 'c',
        success: true,
        readIndex: 1,
      });
      expect(effects.reads).toEqual([]);
    },
  ],
  [
    'who does not lead says so at once',
    () => {
      const server = follower();
      hear(server, 'AppendEntries n2 n1 term=1 entries=1 leaderCommit=1');
      const effects = hear(server, 'ReadIndex n3 n1 term=1 context=c');
      expect(answer(effects, 'ReadIndexResponse')).toMatchObject({ to: 'n3', success: false });
      expect(startRead(follower(), 'r', 0)).toEqual({ kind: 'refused', reason: 'no-leader' });
    },
  ],
  [
    'a follower whose question is refused, or not answered in time, fails that read alone',
    () => {
      const server = follower();
      hear(server, 'AppendEntries n2 n1 term=1');
      const contexts = ['r1', 'r2', 'r3'].map((id, offset) => {
        startRead(server, id, server.now + offset);
        return answer(done(server), 'ReadIndex').context;
      });
      const refused = `ReadIndexResponse n2 n1 term=1 success=false context=${contexts[1]}`;
      expect(hear(server, refused).reads).toEqual([
        { kind: 'failed', id: 'r2', reason: 'refused' },
      ]);
      expect(hear(server, refused).reads).toEqual([]);
      expect(server.readDeadline).toBe(300);
      tick(server, 300);
      const timedOut = [{ kind: 'failed', id: 'r1', reason: 'timeout' }];
      expect(done(server).reads).toEqual(timedOut);
      expect(server.readDeadline).toBe(303);
      const served = `ReadIndexResponse n2 n1 term=1 success=true context=${contexts[2]}`;
      expect(hear(server, served).reads).toMatchObject([{ kind: 'served', id: 'r3' }]);
      expect(server.readDeadline).toBe(Number.POSITIVE_INFINITY);
    },
  ],
  [
    'who waits for nothing any more has no deadline, also when it was refused',
    () => {
      const server = follower();
      hear(server, 'AppendEntries n2 n1 term=1');
      startRead(server, 'r', server.now);
      const { context } = answer(done(server), 'ReadIndex');
      expect(server.readDeadline).toBe(300);
      hear(server, `ReadIndexResponse n2 n1 term=1 success=false context=${context}`);
      expect(server.readDeadline).toBe(Number.POSITIVE_INFINITY);
    },
  ],
  [
    'the deadline is that of the read that waits longest, wherever it waits',
    () => {
      const server = committed(3, { checkQuorum: false });
      const begun = server.now;
      for (const [id, afterMs] of Object.entries({ r1: 0, r2: 10 })) {
        startRead(server, id, begun + afterMs);
        done(server);
      }
      expect([server.readDeadline, nextDeadline(server)]).toEqual([begun + 300, begun + 50]);
      agree(server, 'n2', 1, ' round=1');
      tick(server, begun + 300);
      expect([done(server).reads, server.readDeadline]).toEqual([[], begun + 310]);
      agree(server, 'n2', 1, ' round=2');
      expect(server.readDeadline).toBe(Number.POSITIVE_INFINITY);
    },
  ],
  [
    'with the leadership the reads are over: no late answer serves them, no timer waits for them',
    () => {
      const server = committed(3);
      startRead(server, 'r', server.now);
      hear(server, 'AppendEntries n2 n1 term=2');
      expect([server.readDeadline, server.confirmingReads]).toEqual([Number.POSITIVE_INFINITY, []]);
      const late = 'AppendEntriesResponse n3 n1 term=2 requestTerm=1 success=true round=1';
      expect(hear(server, late).reads).toEqual([]);
    },
  ],
];

// The steps of thesis §6.4, under their numbers there.
test.each(rules)('%s', (_rule, check) => check());

/** n1 as leader of term 1. */
function elected(settings: Partial<Settings>, size = 3, learners?: readonly string[]): Server {
  return leader('', { settings, voters: voters(size), ...(learners && { learners }) });
}

/** The same, once an entry is committed. */
function committed(size: number, settings: Partial<Settings> = {}): Server {
  const server = elected(settings, size);
  propose(server, 'x', 'x', server.now);
  done(server);
  for (const from of ['n2', 'n3']) agree(server, from, 1);
  expect(server.commitIndex).toBe(1);
  return server;
}
