import { propose, type Server, startRead, tick, transferLeadership } from '@raftlens/core';
import { expect, test } from 'vitest';
import { agree, done, follower, hear, leader, voters } from './one-server.ts';

const settings = { leaderStickiness: true, leaseDriftMs: 20 };

/** n1 as leader of so many that has committed an entry, and whose clocks drift by 20 ms at most. */
function committed(size = 3, learners: readonly string[] = []): Server {
  const server = leader('', { settings, voters: voters(size), learners });
  propose(server, 'x', 'x', server.now);
  done(server);
  for (const from of ['n2', 'n3']) agree(server, from, 1, ' sentAt=-1000');
  expect(server.commitIndex).toBe(1);
  return server;
}

/** A read is answered at once. */
function isServedAt(server: Server, now: number): boolean {
  startRead(server, 'r', now);
  return done(server).reads.length > 0;
}

// Thesis §6.4.1: "Once the leader's heartbeats were acknowledged by a majority of the cluster, the
// leader would extend its lease to start + election timeout / clock drift bound"; start is the time
// at which that round of heartbeats began.
const rules: readonly (readonly [rule: string, check: () => void])[] = [
  [
    'it counts from when the acknowledged message left, less the drift',
    () => {
      const server = committed();
      const sentAt = server.now;
      server.now += 100;
      agree(server, 'n2', 1, ` sentAt=${sentAt}`);
      expect([isServedAt(server, sentAt + 129), isServedAt(server, sentAt + 130)]).toEqual([
        true,
        false,
      ]);
    },
  ],
  [
    'nobody has a lease because of its election: what counts are answers to what it sent',
    () => expect(isServedAt(committed(), 225)).toBe(false),
  ],
  [
    'a majority of five takes two others, and the older of the two bounds it',
    () => {
      const server = committed(5);
      const sentAt = server.now;
      agree(server, 'n2', 1, ` sentAt=${sentAt + 50}`);
      expect(isServedAt(server, sentAt + 50)).toBe(false);
      agree(server, 'n4', 1, ` sentAt=${sentAt}`);
      expect([isServedAt(server, sentAt + 129), isServedAt(server, sentAt + 130)]).toEqual([
        true,
        false,
      ]);
    },
  ],
  [
    'an old answer that comes late does not shorten it',
    () => {
      const server = committed();
      agree(server, 'n2', 1, ` sentAt=${server.now}`);
      agree(server, 'n2', 1, ' sentAt=0');
      expect(isServedAt(server, server.now + 100)).toBe(true);
    },
  ],
  [
    'learners give none (thesis §4.2.1)',
    () => {
      const server = committed(3, ['n4', 'n5']);
      for (const from of ['n4', 'n5']) agree(server, from, 1, ` sentAt=${server.now}`);
      expect(isServedAt(server, server.now)).toBe(false);
    },
  ],
  [
    'a transfer ends it once the target may campaign, and for the whole term',
    () => {
      const server = committed();
      transferLeadership(server, 'n2', server.now);
      agree(server, 'n3', 1, ` sentAt=${server.now}`);
      expect(isServedAt(server, server.now)).toBe(false);
      const { transferDeadline } = server;
      for (let now = server.now; now <= transferDeadline; now += 50) {
        server.now = now;
        agree(server, 'n3', 1, ` sentAt=${now}`);
        tick(server, now);
      }
      tick(server, transferDeadline);
      expect([server.role, server.transfer]).toEqual(['leader', undefined]);
      agree(server, 'n3', 1, ` sentAt=${server.now}`);
      expect(isServedAt(server, server.now)).toBe(false);
    },
  ],
  [
    'a transfer whose target has not been told yet takes nothing from it',
    () => {
      const server = committed();
      agree(server, 'n2', 1, ` sentAt=${server.now}`);
      propose(server, 'y', 'y', server.now);
      transferLeadership(server, 'n2', server.now);
      expect(isServedAt(server, server.now)).toBe(true);
    },
  ],
  [
    'in a later term of the same leader there is one again',
    () => {
      const server = committed();
      transferLeadership(server, 'n2', server.now);
      hear(server, 'RequestVote n2 n1 term=2 transfer=true');
      expect(server.role).toBe('follower');
      tick(server, server.electionDeadline);
      done(server);
      hear(server, 'RequestVoteResponse n3 n1 term=3 requestTerm=3 voteGranted=true');
      propose(server, 'z', 'z', server.now);
      done(server);
      agree(server, 'n3', 2, ` sentAt=${server.now}`);
      expect(isServedAt(server, server.now)).toBe(true);
    },
  ],
  [
    'it answers peers too, and without a new round',
    () => {
      const server = committed();
      agree(server, 'n2', 1, ` sentAt=${server.now}`);
      expect(hear(server, 'ReadIndex n3 n1 term=1 context=c').messages).toMatchObject([
        { kind: 'ReadIndexResponse', to: 'n3', success: true, readIndex: 1 },
      ]);
    },
  ],
  [
    'it serves nothing before an entry of the term is committed',
    () => {
      const server = leader('term=1 log=1', { settings });
      agree(server, 'n2', 1, ` sentAt=${server.now}`);
      expect(startRead(server, 'r', server.now)).toMatchObject({ kind: 'refused' });
    },
  ],
  [
    'a follower has none',
    () => {
      const server = follower('', { settings });
      hear(server, 'AppendEntries n2 n1 term=1 entries=1 leaderCommit=1');
      expect(isServedAt(server, 0)).toBe(false);
    },
  ],
];

test.each(rules)('%s', (_rule, check) => check());
