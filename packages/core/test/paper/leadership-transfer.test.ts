import { changeMembership, propose, type Server, tick, transferLeadership } from '@raftlens/core';
import { expect, test } from 'vitest';
import { agree, answer, candidate, done, follower, hear, leader } from './one-server.ts';

// The steps of thesis §3.10, each in a few words of it.
const rules: readonly (readonly [rule: string, check: () => void])[] = [
  [
    'the prior leader stops accepting new client requests',
    () => {
      const server = leader();
      expect(transferLeadership(server, 'n2', server.now)).toEqual({ kind: 'started' });
      expect(propose(server, 'x', 'x', server.now)).toBeUndefined();
      const wanted = { voters: ['n1', 'n2'], learners: [] };
      expect(changeMembership(server, wanted, server.now)).toMatchObject({
        reason: 'transfer-pending',
      });
    },
  ],
  [
    "it fully updates the target's log to match its own, then sends TimeoutNow",
    () => {
      const server = leader('term=1 log=1,1');
      transferLeadership(server, 'n2', server.now);
      expect(done(server).messages.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
        'AppendEntries n2',
      ]);
      const matched = (index: number) =>
        hear(
          server,
          `AppendEntriesResponse n2 n1 term=2 requestTerm=2 success=true matchIndex=${index}`,
        );
      expect(matched(1).messages.map(({ kind }) => kind)).not.toContain('TimeoutNow');
      expect(answer(matched(2), 'TimeoutNow')).toMatchObject({ to: 'n2', term: 2 });
    },
  ],
  [
    'a target that got all from a snapshot is told too',
    () => {
      const server = leader('term=1 log=1,1');
      transferLeadership(server, 'n2', server.now);
      const response = 'InstallSnapshotResponse n2 n1 term=2 requestTerm=2 matchIndex=2';
      expect(answer(hear(server, response), 'TimeoutNow').to).toBe('n2');
    },
  ],
  [
    'it is told again as long as it answers, for TimeoutNow may be lost; others are not told',
    () => {
      const server = leader();
      transferLeadership(server, 'n2', server.now);
      done(server);
      const heartbeatAnswer = (from: string) =>
        hear(server, `AppendEntriesResponse ${from} n1 term=1 requestTerm=1 success=true`);
      expect(heartbeatAnswer('n2').messages.map(({ kind }) => kind)).toEqual(['TimeoutNow']);
      expect(heartbeatAnswer('n3').messages).toEqual([]);
    },
  ],
  [
    'TimeoutNow has the same effect as the election timer firing: a new term, and candidacy',
    () => {
      const server = follower('term=3');
      const { messages } = hear(server, 'TimeoutNow n2 n1 term=3');
      expect([server.role, server.currentTerm, server.votedFor]).toEqual(['candidate', 4, 'n1']);
      expect(messages).toMatchObject([
        { kind: 'RequestVote', to: 'n2', term: 4, transfer: true },
        { kind: 'RequestVote', to: 'n3', term: 4, transfer: true },
      ]);
    },
  ],
  [
    'TimeoutNow of an older term does nothing, and so does one to a learner',
    () => {
      const server = follower('term=3');
      expect(hear(server, 'TimeoutNow n2 n1 term=2').messages).toEqual([]);
      hear(server, 'InstallSnapshot n2 n1 term=3 index=1 snapshotTerm=1 voters=n2,n3');
      expect(hear(server, 'TimeoutNow n2 n1 term=3').messages).toEqual([]);
      expect(server.currentTerm).toBe(3);
    },
  ],
  [
    'a later election of the same server is an ordinary one again',
    () => {
      const server = follower();
      hear(server, 'TimeoutNow n2 n1 term=0');
      tick(server, server.electionDeadline);
      expect(answer(done(server), 'RequestVote').transfer).toBe(false);
    },
  ],
  [
    'a leadership transfer that does not complete after about an election timeout is aborted',
    () => {
      const server = leader();
      const startedAt = server.now;
      transferLeadership(server, 'n2', startedAt);
      for (let now = startedAt; now < startedAt + 300; now += 50) {
        tick(server, now);
        hear(server, 'AppendEntriesResponse n3 n1 term=1 requestTerm=1 success=true');
      }
      expect(propose(server, 'x', 'x', startedAt + 299)).toBeUndefined();
      tick(server, startedAt + 300);
      expect(propose(server, 'x', 'x', startedAt + 300)).toEqual({ index: 1, term: 1 });
      expect(transferLeadership(server, 'n3', server.now)).toEqual({ kind: 'started' });
    },
  ],
  [
    'a leader that steps down hands nothing over any more',
    () => {
      const server = leader();
      transferLeadership(server, 'n2', server.now);
      hear(server, 'RequestVote n2 n1 term=2 transfer=true');
      expect([server.role, server.transfer]).toEqual(['follower', undefined]);
      expect(server.transferDeadline).toBe(Number.POSITIVE_INFINITY);
    },
  ],
  [
    'TimeoutNow has that effect on a candidate too, and none on a leader',
    () => {
      const running = candidate('term=3');
      hear(running, 'TimeoutNow n2 n1 term=4');
      expect([running.role, running.currentTerm]).toEqual(['candidate', 5]);
      const leading = leader('term=3');
      expect(hear(leading, 'TimeoutNow n2 n1 term=4').messages).toEqual([]);
      expect([leading.role, leading.currentTerm]).toEqual(['leader', 4]);
    },
  ],
  [
    'it asks for no pre-vote: the others still hear the leader (thesis §9.6)',
    () => {
      const server = follower('term=3', { settings: { preVote: true } });
      hear(server, 'TimeoutNow n2 n1 term=3');
      expect([server.role, server.currentTerm]).toEqual(['candidate', 4]);
    },
  ],
  [
    'only a leader hands leadership over, one transfer at a time, to another voter',
    () => {
      const reasonOf = (server: Server, target: string): string => {
        const answered = transferLeadership(server, target, server.now);
        return answered.kind === 'refused' ? answered.reason : answered.kind;
      };
      const server = leader('', { learners: ['n4'] });
      expect(reasonOf(follower(), 'n2')).toBe('not-leader');
      expect(['n1', 'n4', 'n9', 'n2', 'n3'].map((target) => reasonOf(server, target))).toEqual([
        'already-leader',
        'no-voter',
        'no-voter',
        'started',
        'transfer-pending',
      ]);
      expect(server.transfer?.target).toBe('n2');
    },
  ],
  [
    'a target that has the whole log is told at once, and gets no more entries for that',
    () => {
      const server = leader('term=1 log=1,1');
      agree(server, 'n2', 2);
      transferLeadership(server, 'n2', server.now);
      expect(done(server).messages.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
        'TimeoutNow n2',
      ]);
    },
  ],
  [
    'one entry less is not the whole log',
    () => {
      const server = leader('term=1 log=1,1');
      agree(server, 'n2', 1);
      transferLeadership(server, 'n2', server.now);
      expect(done(server).messages.map(({ kind }) => kind)).toEqual(['AppendEntries']);
    },
  ],
  [
    'others that took a snapshot do not have the target told',
    () => {
      const server = leader();
      transferLeadership(server, 'n2', server.now);
      done(server);
      const response = 'InstallSnapshotResponse n3 n1 term=1 requestTerm=1 matchIndex=0';
      expect(hear(server, response).messages).toEqual([]);
    },
  ],
  [
    'it is done when the newer term of a target that was told arrives, and else it ended otherwise',
    () => {
      const endOf = (told: boolean, end: (server: Server) => void): unknown => {
        const causes: unknown[] = [];
        const server = leader('term=1 log=1', {
          observer: (event) => {
            if (event.event === 'transfer.finished') causes.push(event.cause);
          },
        });
        if (told) agree(server, 'n2', 1);
        transferLeadership(server, 'n2', server.now);
        end(server);
        return causes;
      };
      const newerTerm = (server: Server) => hear(server, 'RequestVote n2 n1 term=3');
      const noQuorum = (server: Server) => tick(server, server.quorumDeadline);
      expect([endOf(true, newerTerm), endOf(false, newerTerm)]).toEqual([
        ['done'],
        ['higher-term'],
      ]);
      expect([endOf(true, noQuorum), endOf(false, noQuorum)]).toEqual([
        ['quorum-lost'],
        ['quorum-lost'],
      ]);
    },
  ],
];

test.each(rules)('%s', (_rule, check) => check());
