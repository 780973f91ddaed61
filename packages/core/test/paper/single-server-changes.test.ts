import { changeMembership, propose, receive, type Server, tick } from '@raftlens/core';
import { expect, test } from 'vitest';
import { buildMessage } from '../transcript/build-message.ts';
import {
  agree,
  answer,
  done,
  follower,
  hear,
  hearEntries,
  leader,
  membership,
  type Unusual,
} from './one-server.ts';

/** n1 as leader of three that has committed an entry of its term. */
function leading(unusual: Unusual = {}): Server {
  const server = leader('', unusual);
  propose(server, 'x', 'x', server.now);
  done(server);
  for (const from of ['n2', 'n3']) agree(server, from, 1);
  expect(server.commitIndex).toBe(1);
  return server;
}

function change(server: Server, voters: string, learners = ''): string {
  const list = (words: string): readonly string[] => (words === '' ? [] : words.split(' '));
  const wanted = { voters: list(voters), learners: list(learners) };
  const { kind, ...more } = changeMembership(server, wanted, server.now);
  return 'reason' in more ? more.reason : kind;
}

const rules: readonly (readonly [rule: string, check: () => void])[] = [
  [
    '§4.1: the leader appends C_new to its log, and replicates it to the servers of C_new',
    () => {
      const server = leading();
      expect(change(server, 'n1 n2 n3 n4')).toBe('proposed');
      expect(server.log.entries[1]).toMatchObject({
        term: 1,
        configuration: { voters: ['n1', 'n2', 'n3', 'n4'], votersOutgoing: [], learners: [] },
      });
      expect(done(server).messages.map(({ to }) => to)).toEqual(['n2', 'n3', 'n4']);
    },
  ],
  [
    '§4.1: C_new is in effect as soon as it is in the log: a majority of C_new commits it',
    () => {
      const server = leading();
      change(server, 'n1 n2 n3 n4');
      done(server);
      agree(server, 'n4', 2);
      expect(server.commitIndex).toBe(1);
      agree(server, 'n2', 2);
      expect(server.commitIndex).toBe(2);
    },
  ],
  [
    '§4.1: of two servers both are a majority, and who was removed does not count any more',
    () => {
      const server = leading();
      change(server, 'n1 n2');
      done(server);
      agree(server, 'n3', 2);
      expect(server.commitIndex).toBe(1);
      agree(server, 'n2', 2);
      expect(server.commitIndex).toBe(2);
    },
  ],
  [
    '§4.1: the next change waits until the one before is committed',
    () => {
      const server = leading();
      change(server, 'n1 n2 n3 n4');
      expect(change(server, 'n1 n2 n3')).toBe('change-pending');
      done(server);
      for (const from of ['n2', 'n3']) agree(server, from, 2);
      expect(change(server, 'n1 n2 n3')).toBe('proposed');
    },
  ],
  [
    '§4.2.2: a leader that is voted out changes nothing more, and steps down',
    () => {
      const server = leading();
      change(server, 'n2 n3');
      done(server);
      agree(server, 'n2', 2);
      // The last answer is in, and what comes of it not yet asked for.
      const last = 'AppendEntriesResponse n3 n1 term=1 requestTerm=1 success=true matchIndex=2';
      receive(server, buildMessage(last.split(' ')), server.now);
      expect([server.commitIndex, server.role]).toEqual([2, 'leader']);
      expect(change(server, 'n1 n2 n3')).toBe('change-pending');
      done(server);
      expect([server.role, server.configuration.voters]).toEqual(['follower', ['n2', 'n3']]);
    },
  ],
  [
    'erratum to §4.1: a leader changes nothing before it has committed an entry of its own term',
    () => {
      const server = leader('term=1 log=1');
      hear(server, 'AppendEntriesResponse n2 n1 term=2 requestTerm=2 success=true matchIndex=1');
      expect(change(server, 'n1 n2')).toBe('nothing-committed-yet');
      propose(server, 'x', 'x', server.now);
      done(server);
      expect(change(server, 'n1 n2')).toBe('nothing-committed-yet');
      agree(server, 'n2', 2);
      expect(change(server, 'n1 n2')).toBe('proposed');
    },
  ],
  [
    '§4.1: only the leader changes the membership, and never to nobody',
    () => {
      expect(change(follower(), 'n1 n2')).toBe('not-leader');
      const server = leading();
      expect(change(server, '')).toBe('no-voters');
      expect(server.configuration.voters).toEqual(['n1', 'n2', 'n3']);
    },
  ],
  [
    '§4.1: every server uses the last configuration in its log, and the one before if that goes',
    () => {
      const server = follower('term=1 log=1');
      const request = 'AppendEntries n2 n1 term=1 prevLogIndex=1 prevLogTerm=1';
      hearEntries(server, request, [
        membership(1, { voters: ['n1', 'n2'] }),
        membership(1, { voters: ['n1', 'n2', 'n4'] }),
      ]);
      expect(server.configuration.voters).toEqual(['n1', 'n2', 'n4']);
      hear(server, 'AppendEntries n3 n1 term=2 prevLogIndex=2 prevLogTerm=1 entries=2');
      expect(server.configuration.voters).toEqual(['n1', 'n2']);
      hear(server, 'AppendEntries n3 n1 term=2 prevLogIndex=1 prevLogTerm=1 entries=2');
      expect(server.configuration.voters).toEqual(['n1', 'n2', 'n3']);
    },
  ],
  [
    '§4.1: a server accepts AppendEntries from a leader that is not in its configuration',
    () => {
      const server = follower('term=1');
      const effects = hear(server, 'AppendEntries n9 n1 term=1 entries=1');
      expect(answer(effects, 'AppendEntriesResponse')).toMatchObject({ to: 'n9', success: true });
      expect(server.leaderId).toBe('n9');
    },
  ],
  [
    '§4.1: a server votes for a candidate that is not in its configuration, and outside of it too',
    () => {
      const asked = (server: Server) =>
        answer(hear(server, 'RequestVote n9 n1 term=2 lastLogIndex=2 lastLogTerm=1'), voteResponse)
          .voteGranted;
      expect(asked(follower('term=1'))).toBe(true);
      const outside = { entries: [membership(1, { voters: ['n2', 'n3'] })] };
      expect(asked(follower('term=1', outside))).toBe(true);
      const learner = { voters: ['n2', 'n3'], learners: ['n1'] };
      expect(asked(follower('term=1', learner))).toBe(true);
    },
  ],
  [
    '§4.2.1: a new server first gets entries as one that does not vote',
    () => {
      const server = leading({ learners: ['n4', 'n5'] });
      propose(server, 'y', 'y', server.now);
      expect(done(server).messages.map(({ to }) => to)).toEqual(['n2', 'n3', 'n4', 'n5']);
      for (const from of ['n4', 'n5']) agree(server, from, 2);
      expect(server.commitIndex).toBe(1);
    },
  ],
  [
    '§4.2.1: its vote counts for no candidate, and it is asked for none',
    () => {
      const server = follower('', { learners: ['n4', 'n5'] });
      tick(server, server.electionDeadline);
      expect(done(server).messages.map(({ to }) => to)).toEqual(['n2', 'n3']);
      for (const from of ['n4', 'n5']) {
        hear(server, `RequestVoteResponse ${from} n1 term=1 requestTerm=1 voteGranted=true`);
      }
      expect(server.role).toBe('candidate');
    },
  ],
  [
    '§4.2.1: it does not campaign, and waits on',
    () => {
      const server = follower('', { voters: ['n2', 'n3'], learners: ['n1'] });
      const firedAt = server.electionDeadline;
      tick(server, firedAt);
      expect([server.role, done(server).messages]).toEqual(['follower', []]);
      expect(server.electionDeadline).toBe(firedAt + 225);
    },
  ],
  [
    '§4.2.1: learners come and go in one step, also together with one voter',
    () => {
      for (const [voters, learners] of [
        ['n1 n2 n3', 'n4 n5'],
        ['n1 n2 n3 n4', 'n5'],
        ['n1 n2', 'n3'],
      ]) {
        const server = leading({ learners: ['n4'] });
        expect(change(server, voters ?? '', learners)).toBe('proposed');
        expect(server.configuration.votersOutgoing).toEqual([]);
        expect(server.configuration.learners).toEqual(learners?.split(' '));
      }
    },
  ],
  [
    '§4.2.1: the leader begins at the end of its own log with a new server, and keeps what it knows',
    () => {
      const server = leading();
      change(server, 'n1 n2 n3 n4');
      expect(server.progress).toMatchObject([
        { peer: 'n2', matchIndex: 1 },
        { peer: 'n3', matchIndex: 1 },
        { peer: 'n4', matchIndex: 0, nextIndex: 3 },
      ]);
    },
  ],
  [
    '§4.2.2: a leader that is removed replicates C_new, does not count itself, and then steps down',
    () => {
      const server = leading();
      change(server, 'n2 n3');
      done(server);
      agree(server, 'n2', 2);
      expect([server.role, server.commitIndex]).toEqual(['leader', 1]);
      expect(propose(server, 'y', 'y', server.now)).toEqual({ index: 3, term: 1 });
      agree(server, 'n3', 2);
      expect([server.role, server.commitIndex]).toEqual(['follower', 2]);
    },
  ],
  [
    '§4.2.2: who is outside its own configuration starts elections until that is committed',
    () => {
      const server = removed();
      tick(server, server.electionDeadline);
      expect(done(server).messages.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
        'RequestVote n2',
        'RequestVote n3',
      ]);
      const settled = removed();
      hear(settled, 'AppendEntries n2 n1 term=1 prevLogIndex=2 prevLogTerm=1 leaderCommit=2');
      tick(settled, settled.electionDeadline);
      expect([settled.role, done(settled).messages]).toEqual(['follower', []]);
    },
  ],
  [
    '§4.2.2: it does not count its own vote',
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
    '§4.2.2: who was outside the configuration before, too, stays quiet',
    () => {
      const entries = [membership(1, { voters: ['n2', 'n3'] }), membership(1, { voters: ['n2'] })];
      const server = follower('term=1', { entries });
      tick(server, server.electionDeadline);
      expect([server.role, server.currentTerm]).toEqual(['follower', 1]);
    },
  ],
  [
    'erratum to §4.1: what was committed in older terms does not suffice',
    () => {
      const server = follower('term=1 log=1');
      hear(server, 'AppendEntries n2 n1 term=1 prevLogIndex=1 prevLogTerm=1 leaderCommit=1');
      tick(server, server.electionDeadline);
      done(server);
      hear(server, 'RequestVoteResponse n2 n1 term=2 requestTerm=2 voteGranted=true');
      expect([server.role, server.commitIndex]).toEqual(['leader', 1]);
      expect(change(server, 'n1 n2')).toBe('nothing-committed-yet');
    },
  ],
  [
    '§4.1: the entry of a membership is handed over like others, for it takes an index',
    () => {
      const server = leading();
      change(server, 'n1 n2');
      propose(server, 'y', 'y', server.now);
      done(server);
      const { committed, committedFrom } = agree(server, 'n2', 3);
      expect([committed.map(({ command }) => command), committedFrom]).toEqual([
        [undefined, 'y'],
        2,
      ]);
    },
  ],
];

const voteResponse = 'RequestVoteResponse';

// Thesis §4.1 and §4.2, each in a few words of it.
test.each(rules)('%s', (_rule, check) => check());

/** n1 with entries of term 1, the last of which removes it. */
function removed(): Server {
  return follower('term=1 log=1', { entries: [membership(1, { voters: ['n2', 'n3'] })] });
}
