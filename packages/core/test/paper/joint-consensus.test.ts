import {
  changeMembership,
  compact,
  propose,
  receive,
  type Server,
  type Settings,
  startRead,
  tick,
  transferLeadership,
} from '@raftlens/core';
import { expect, test } from 'vitest';
import { buildMessage } from '../transcript/build-message.ts';
import { agree, candidate, done, hear, leader, membership } from './one-server.ts';

const joint = { voters: ['n1', 'n4', 'n5'], votersOutgoing: ['n1', 'n2', 'n3'] };

/** n1 as leader that has committed an entry of its term, and was asked for these voters. */
function changing(
  voters: readonly string[],
  learners: readonly string[] = [],
  settings: Partial<Settings> = {},
): Server {
  const server = leader('', { settings });
  propose(server, 'x', 'x', server.now);
  done(server);
  for (const from of ['n2', 'n3']) agree(server, from, 1, ' sentAt=-1000');
  expect(changeMembership(server, { voters, learners }, server.now)).toEqual({
    kind: 'proposed',
    proposed: { index: 2, term: 1 },
  });
  return server;
}

/** Everybody agrees; what is wanted then is left to be seen. */
function settle(server: Server): void {
  for (const { peer } of [...server.progress]) agree(server, peer, server.log.entries.length);
}

// Thesis §4.3: "Agreement (for elections and entry commitment) requires majorities from both the
// old and new configurations."
test.each<[others: readonly string[], enough: boolean]>([
  [[], false],
  [['n2'], false],
  [['n4'], false],
  [['n2', 'n3'], false],
  [['n4', 'n5'], false],
  [['n2', 'n4'], true],
  [['n3', 'n5'], true],
])('with n1 of n1 n2 n3 and n1 n4 n5, %j make both majorities: %s', (others, enough) => {
  const running = candidate('term=1', { entries: [membership(1, joint)] });
  const vote = 'term=2 requestTerm=2 voteGranted=true';
  for (const from of others) hear(running, `RequestVoteResponse ${from} n1 ${vote}`);
  expect(running.role).toBe(enough ? 'leader' : 'candidate');

  const asking = candidate('term=1', {
    entries: [membership(1, joint)],
    settings: { preVote: true },
  });
  const promise = 'term=1 requestTerm=1 voteGranted=true';
  for (const from of others) hear(asking, `PreVoteResponse ${from} n1 ${promise}`);
  expect(asking.role).toBe(enough ? 'candidate' : 'pre-candidate');

  const server = changing(['n1', 'n4', 'n5']);
  done(server);
  for (const from of others) agree(server, from, 2);
  expect(server.commitIndex).toBe(enough ? 2 : 1);

  const reading = changing(['n1', 'n4', 'n5']);
  startRead(reading, 'r', reading.now);
  done(reading);
  const reads = others.flatMap((from) => agree(reading, from, 0, ' round=1').reads);
  expect(reads.length).toBe(enough ? 1 : 0);

  // A lease that C_old gave does not hold in C_old,new (thesis §6.4.1).
  const leasing = changing(['n1', 'n4', 'n5'], [], { leaderStickiness: true, leaseDriftMs: 0 });
  done(leasing);
  for (const from of others) agree(leasing, from, 0, ` sentAt=${leasing.now}`);
  startRead(leasing, 'r', leasing.now);
  expect(done(leasing).reads.length).toBe(enough ? 1 : 0);
});

const rules: readonly (readonly [rule: string, check: () => void])[] = [
  [
    'log entries are replicated to all servers in both configurations',
    () => {
      const { messages } = done(changing(['n1', 'n4', 'n5'], ['n2', 'n6']));
      expect(messages.map(({ to }) => to)).toEqual(['n4', 'n5', 'n2', 'n3', 'n6']);
    },
  ],
  [
    'one voter in place of another are two changes: their majorities need not meet',
    () => {
      const server = changing(['n1', 'n2', 'n4']);
      expect(server.configuration).toEqual({
        voters: ['n1', 'n2', 'n4'],
        votersOutgoing: ['n1', 'n2', 'n3'],
        learners: [],
      });
      for (const voters of [['n1', 'n2', 'n3', 'n4', 'n5'], ['n1']]) {
        expect(changing(voters).configuration.votersOutgoing).toEqual(['n1', 'n2', 'n3']);
      }
    },
  ],
  [
    'one server that asks for three is one majority, and two of the three the other',
    () => {
      const server = leader('', { voters: ['n1'] });
      propose(server, 'x', 'x', server.now);
      done(server);
      const wanted = { voters: ['n2', 'n3', 'n4'], learners: [] };
      changeMembership(server, wanted, server.now);
      expect(server.configuration).toEqual({ ...wanted, votersOutgoing: ['n1'] });
      expect(done(server).messages.map(({ to }) => to)).toEqual(['n2', 'n3', 'n4']);
      agree(server, 'n2', 2);
      expect(server.commitIndex).toBe(1);
      agree(server, 'n3', 2);
      expect([server.commitIndex, server.log.entries.length]).toEqual([2, 3]);
      expect(server.configuration.votersOutgoing).toEqual([]);
    },
  ],
  [
    'any server from either configuration may serve as leader, and is asked for its vote',
    () => {
      for (const voters of [
        ['n1', 'n2', 'n3'],
        ['n4', 'n5', 'n6'],
      ]) {
        const votersOutgoing = ['n1', 'n4'].filter((id) => !voters.includes(id)).concat('n7');
        const entries = [membership(1, { voters, votersOutgoing })];
        const { messages, role } = campaign(entries);
        expect(role).toBe('candidate');
        const all = [...voters, ...votersOutgoing].filter((id) => id !== 'n1');
        expect(messages.map(({ to }) => to)).toEqual(all);
      }
    },
  ],
  [
    'once C_old,new is committed, and not before, the leader adds C_new',
    () => {
      const server = changing(['n1', 'n4', 'n5'], ['n2']);
      agree(server, 'n2', 2);
      expect(server.log.entries).toHaveLength(2);
      const { messages } = agree(server, 'n4', 2);
      expect(server.log.entries[2]?.configuration).toEqual({
        voters: ['n1', 'n4', 'n5'],
        votersOutgoing: [],
        learners: ['n2'],
      });
      // C_new holds from here on: n3 hears nothing more.
      expect(messages.map(({ to }) => to)).toEqual(['n4', 'n5', 'n2']);
    },
  ],
  [
    'C_new is committed by its own majority',
    () => {
      const server = changing(['n1', 'n4', 'n5']);
      for (const from of ['n2', 'n4']) agree(server, from, 2);
      agree(server, 'n2', 3);
      expect(server.commitIndex).toBe(2);
      agree(server, 'n5', 3);
      expect(server.commitIndex).toBe(3);
    },
  ],
  [
    'there is one change at a time, until C_new is committed',
    () => {
      const server = changing(['n1', 'n4', 'n5']);
      const refused = { kind: 'refused', reason: 'change-pending' };
      const again = () =>
        changeMembership(server, { voters: ['n1', 'n4'], learners: [] }, server.now);
      expect(again()).toEqual(refused);
      for (const from of ['n2', 'n4']) agree(server, from, 2);
      expect(again()).toEqual(refused);
      agree(server, 'n5', 3);
      expect(again()).toMatchObject({ kind: 'proposed' });
    },
  ],
  [
    'also when C_old,new is committed and C_new not yet appended, nothing else is begun',
    () => {
      const server = changing(['n1', 'n4', 'n5']);
      done(server);
      // Without its effects taken, the leader has not left the joint configuration yet.
      for (const from of ['n2', 'n4']) {
        const words = `AppendEntriesResponse ${from} n1 term=1 requestTerm=1 success=true`;
        receive(server, buildMessage(`${words} matchIndex=2`.split(' ')), server.now);
      }
      expect([server.commitIndex, server.log.entries.length]).toEqual([2, 2]);
      const wanted = { voters: ['n1', 'n4'], learners: [] };
      expect(changeMembership(server, wanted, server.now)).toMatchObject({
        reason: 'change-pending',
      });
    },
  ],
  [
    'a leader that is not in C_new steps down once C_new is committed, without its own vote',
    () => {
      const server = changing(['n2', 'n4', 'n5']);
      for (const from of ['n2', 'n4']) agree(server, from, 2);
      expect(server.log.entries).toHaveLength(3);
      agree(server, 'n2', 3);
      expect([server.role, server.commitIndex]).toEqual(['leader', 2]);
      agree(server, 'n5', 3);
      expect([server.role, server.commitIndex, server.leaderId]).toEqual([
        'follower',
        3,
        undefined,
      ]);
    },
  ],
  [
    'a successor leaves the joint configuration once it has committed it, or right away if it knows',
    () => {
      const server = leader('term=1', { entries: [membership(1, joint)] });
      expect(server.log.entries).toHaveLength(1);
      propose(server, 'x', 'x', server.now);
      done(server);
      for (const from of ['n2', 'n4']) agree(server, from, 2);
      expect(server.log.entries[2]?.configuration?.votersOutgoing).toEqual([]);
      const knowing = candidate('term=1', { entries: [membership(1, joint)] });
      const commit = 'AppendEntries n2 n1 term=2 prevLogIndex=1 prevLogTerm=1 leaderCommit=1';
      hear(knowing, commit);
      tick(knowing, knowing.electionDeadline);
      done(knowing);
      for (const from of ['n2', 'n4']) {
        hear(knowing, `RequestVoteResponse ${from} n1 term=3 requestTerm=3 voteGranted=true`);
      }
      expect([knowing.role, knowing.log.entries.length]).toEqual(['leader', 2]);
    },
  ],
  [
    'a snapshot of a joint configuration has both sets, and the learners (Raft §7)',
    () => {
      const server = changing(['n1', 'n4', 'n5'], ['n6']);
      settle(server);
      expect([server.lastApplied, server.log.entries.length]).toEqual([2, 3]);
      compact(server, { index: 2, data: 's', bytes: 1 }, server.now);
      expect(done(server).write?.snapshot?.configuration).toEqual({
        voters: ['n1', 'n4', 'n5'],
        votersOutgoing: ['n1', 'n2', 'n3'],
        learners: ['n6'],
      });
    },
  ],
  [
    'who is in C_old alone campaigns too, also once C_old,new is committed, and may be handed over to',
    () => {
      const leaving = {
        voters: ['n2', 'n4'],
        votersOutgoing: ['n1', 'n2', 'n3'],
        learners: ['n5'],
      };
      const server = candidate('term=1', { entries: [membership(1, leaving)] });
      hear(server, 'AppendEntries n2 n1 term=2 prevLogIndex=1 prevLogTerm=1 leaderCommit=1');
      expect(server.commitIndex).toBe(1);
      tick(server, server.electionDeadline);
      // Each of them once, and no learner.
      expect(done(server).messages.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
        'RequestVote n2',
        'RequestVote n4',
        'RequestVote n3',
      ]);
      for (const from of ['n2', 'n3', 'n4']) {
        hear(server, `RequestVoteResponse ${from} n1 term=3 requestTerm=3 voteGranted=true`);
      }
      expect(server.role).toBe('leader');
      const other = changing(['n1', 'n2', 'n4']);
      expect(transferLeadership(other, 'n3', other.now)).toEqual({ kind: 'started' });
    },
  ],
];

test.each(rules)('%s', (_rule, check) => check());

function campaign(entries: readonly ReturnType<typeof membership>[]) {
  const server = candidateThatIsQuiet(entries);
  tick(server, server.electionDeadline);
  return { messages: done(server).messages, role: server.role };
}

function candidateThatIsQuiet(entries: readonly ReturnType<typeof membership>[]): Server {
  const server = candidate('term=1', { entries });
  hear(server, 'AppendEntries n2 n1 term=2');
  return server;
}
