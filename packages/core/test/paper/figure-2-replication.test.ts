import { persisted, propose, receive, takeEffects, tick } from '@raftlens/core';
import { expect, test } from 'vitest';
import { buildMessage } from '../transcript/build-message.ts';
import { answer, done, follower, hear, leader, logTerms } from './one-server.ts';

// The rules of Raft Figure 2 about the log, each in a few words of the figure.
const rules: readonly (readonly [rule: string, check: () => void])[] = [
  [
    'State: commitIndex and lastApplied are 0 on every boot',
    () => {
      const server = follower('term=3 log=1,1');
      expect([server.commitIndex, server.lastApplied]).toEqual([0, 0]);
    },
  ],
  [
    'State: nextIndex is the last log index + 1 and matchIndex 0 after the election',
    () => {
      const { progress } = leader('term=3 log=1,1');
      expect(progress).toMatchObject([
        { peer: 'n2', nextIndex: 3, matchIndex: 0 },
        { peer: 'n3', nextIndex: 3, matchIndex: 0 },
      ]);
    },
  ],
  [
    'Leaders: commands of one instant are appended, written and sent together, in their order',
    () => {
      const server = leader('term=3 log=1');
      done(server);
      propose(server, 'x', 'x', 500);
      propose(server, 'y', 'y', 500);
      const { write, messages } = takeEffects(server);
      expect([write?.fromIndex, write?.entries.map(({ command }) => command)]).toEqual([
        2,
        ['x', 'y'],
      ]);
      expect(messages[0]).toMatchObject({ kind: 'AppendEntries', sentAt: 500 });
      if (write !== undefined) persisted(server, write, 507);
      expect([server.durableIndex, server.now]).toEqual([3, 507]);
    },
  ],
  [
    'AppendEntries 1: reply false if term < currentTerm',
    () => {
      const server = follower('term=3 log=1');
      const effects = hear(server, 'AppendEntries n2 n1 term=2 entries=2');
      const nothing = { matchIndex: 0, conflictIndex: 0, conflictTerm: 0 };
      const refused = { success: false, term: 3, requestTerm: 2, ...nothing };
      expect(answer(effects, 'AppendEntriesResponse')).toMatchObject(refused);
      expect([logTerms(server), server.leaderId]).toEqual([[1], undefined]);
    },
  ],
  [
    'AppendEntries 2: reply false if there is no entry at prevLogIndex',
    () => {
      const server = follower('term=3 log=1');
      const request = 'AppendEntries n2 n1 term=3 prevLogIndex=4 prevLogTerm=3 entries=3';
      expect(answer(hear(server, request), 'AppendEntriesResponse')).toMatchObject({
        success: false,
        prevLogIndex: 4,
        conflictIndex: 2,
        conflictTerm: 0,
      });
    },
  ],
  [
    'AppendEntries 2: reply false if the entry at prevLogIndex has another term',
    () => {
      const server = follower('term=3 log=1,2,2,2');
      const request = 'AppendEntries n2 n1 term=3 prevLogIndex=4 prevLogTerm=3 entries=3';
      expect(answer(hear(server, request), 'AppendEntriesResponse')).toMatchObject({
        success: false,
        conflictIndex: 2,
        conflictTerm: 2,
      });
      expect(logTerms(server)).toEqual([1, 2, 2, 2]);
    },
  ],
  [
    'AppendEntries 3: an entry that conflicts goes, with all that follow it',
    () => {
      const server = follower('term=3 log=1,2,2,2');
      const request = 'AppendEntries n2 n1 term=3 prevLogIndex=1 prevLogTerm=1 entries=2,3';
      const { write } = hear(server, request);
      expect(logTerms(server)).toEqual([1, 2, 3]);
      expect(write).toMatchObject({ fromIndex: 3, lastLogIndex: 3, entries: [{ term: 3 }] });
    },
  ],
  [
    'AppendEntries 4: append the entries that are not in the log already',
    () => {
      const server = follower('term=1 log=1,1,1');
      const { write } = hear(server, 'AppendEntries n2 n1 term=1 entries=1,1');
      expect([logTerms(server), write]).toEqual([[1, 1, 1], undefined]);
      hear(server, 'AppendEntries n2 n1 term=1 prevLogIndex=2 prevLogTerm=1 entries=1,1');
      expect(logTerms(server)).toEqual([1, 1, 1, 1]);
    },
  ],
  [
    'AppendEntries 5: commitIndex = min(leaderCommit, index of last new entry)',
    () => {
      const server = follower('term=1 log=1,1,1');
      hear(server, 'AppendEntries n2 n1 term=1 entries=1,1 leaderCommit=3');
      expect(server.commitIndex).toBe(2);
      hear(server, 'AppendEntries n2 n1 term=1 entries=1,1,1 leaderCommit=1');
      expect(server.commitIndex).toBe(2);
    },
  ],
  [
    'All servers: apply log[lastApplied] in order up to commitIndex, once',
    () => {
      const server = follower('term=2 log=1,2');
      const request = 'AppendEntries n2 n1 term=2 prevLogIndex=2 prevLogTerm=2 leaderCommit=2';
      const effects = hear(server, request);
      expect(effects.committed.map(({ term }) => term)).toEqual([1, 2]);
      expect([effects.committedFrom, server.lastApplied]).toEqual([1, 2]);
      expect(hear(server, request).committed).toEqual([]);
    },
  ],
  [
    'Leaders: a command from a client is appended to the own log, and only there by a leader',
    () => {
      const server = leader('term=3 log=1');
      expect(propose(server, 'x', 'x', server.now)).toEqual({ index: 2, term: 4 });
      expect(logTerms(server)).toEqual([1, 4]);
      expect(propose(follower(), 'x', 'x', 0)).toBeUndefined();
    },
  ],
  [
    'Leaders: if last log index >= nextIndex, send entries starting at nextIndex',
    () => {
      const server = leader('term=3 log=1');
      propose(server, 'x', 'x', server.now);
      const sent = { prevLogIndex: 1, prevLogTerm: 1, entries: [{ command: 'x' }] };
      expect(done(server).messages).toMatchObject([
        { to: 'n2', ...sent },
        { to: 'n3', ...sent },
      ]);
    },
  ],
  [
    'Leaders: a success updates nextIndex and matchIndex, and a late one never takes them back',
    () => {
      const server = leader('term=3 log=1,1');
      const success = 'AppendEntriesResponse n2 n1 term=4 requestTerm=4 success=true';
      hear(server, `${success} matchIndex=2`);
      hear(server, `${success} matchIndex=1`);
      expect(server.progress[0]).toMatchObject({ matchIndex: 2, nextIndex: 3 });
    },
  ],
  [
    'Leaders: a rejection takes nextIndex back and tries again',
    () => {
      const server = leader('term=3 log=1,1');
      const rejection = 'AppendEntriesResponse n2 n1 term=4 requestTerm=4 prevLogIndex=2';
      expect(hear(server, `${rejection} conflictIndex=1`).messages).toMatchObject([
        { to: 'n2', prevLogIndex: 0, entries: [{ term: 1 }, { term: 1 }] },
      ]);
    },
  ],
  [
    'Leaders: an answer to a request of an older term moves nothing',
    () => {
      const server = leader('term=3 log=1,1');
      const { messages } = hear(
        server,
        'AppendEntriesResponse n2 n1 term=4 requestTerm=3 success=true matchIndex=2',
      );
      expect([server.progress[0]?.matchIndex, messages]).toEqual([0, []]);
    },
  ],
  [
    'Leaders: N > commitIndex on a majority with log[N].term = currentTerm sets commitIndex = N',
    () => {
      const server = leader('term=3 log=1,1');
      const success = 'AppendEntriesResponse n2 n1 term=4 requestTerm=4 success=true';
      hear(server, `${success} matchIndex=2`);
      expect(server.commitIndex).toBe(0);
      propose(server, 'x', 'x', server.now);
      done(server);
      hear(server, `${success} matchIndex=3`);
      expect(server.commitIndex).toBe(3);
    },
  ],
  [
    'Leaders (thesis §10.2.1): the own copy counts once it is durable',
    () => {
      const server = leader();
      propose(server, 'x', 'x', server.now);
      const { write } = takeEffects(server);
      hear(server, 'AppendEntriesResponse n2 n1 term=1 requestTerm=1 success=true matchIndex=1');
      expect(server.commitIndex).toBe(0);
      if (write !== undefined) persisted(server, write, server.now);
      expect(server.commitIndex).toBe(1);
    },
  ],
  [
    'Leaders (thesis §10.2.1): a write that a truncation overtook makes durable what is left of it',
    () => {
      const server = leader();
      propose(server, 'x', 'x', server.now);
      propose(server, 'y', 'y', server.now);
      const { write } = takeEffects(server);
      hear(server, 'AppendEntries n2 n1 term=2 prevLogIndex=0 entries=2');
      if (write !== undefined) persisted(server, write, server.now);
      expect([logTerms(server), server.durableIndex]).toEqual([[2], 1]);
    },
  ],
  [
    'Leaders (thesis §6.2): without a majority for an election timeout, step down',
    () => {
      const server = leader();
      tick(server, server.quorumDeadline);
      expect([server.role, server.leaderId]).toEqual(['follower', undefined]);
    },
  ],
  [
    'Leaders: a rejection takes nextIndex back whatever it proposes, and never behind matchIndex',
    () => {
      const server = leader('term=3 log=1,1,1');
      const response = 'AppendEntriesResponse n2 n1 term=4 requestTerm=4';
      hear(server, `${response} success=true matchIndex=1`);
      const { messages } = hear(server, `${response} prevLogIndex=3 conflictIndex=9`);
      expect(messages).toMatchObject([{ prevLogIndex: 2, entries: [{ term: 1 }] }]);
      Object.assign(server.progress[0] ?? {}, { nextIndex: 4 });
      const again = hear(server, `${response} prevLogIndex=3 conflictIndex=1`);
      expect(again.messages).toMatchObject([{ prevLogIndex: 1 }]);
    },
  ],
  [
    'Leaders: a rejection of what is known to match, or was never sent, is old news',
    () => {
      const server = leader('term=3 log=1,1');
      const response = 'AppendEntriesResponse n2 n1 term=4 requestTerm=4';
      hear(server, `${response} success=true matchIndex=2`);
      expect(hear(server, `${response} prevLogIndex=2 conflictIndex=1`).messages).toEqual([]);
      expect(hear(server, `${response} prevLogIndex=3 conflictIndex=1`).messages).toEqual([]);
    },
  ],
  [
    'Disk (thesis §10.2.1): what a truncation takes is no longer durable',
    () => {
      const server = follower('term=1 log=1,1,1');
      const request = 'AppendEntries n2 n1 term=2 prevLogIndex=1 prevLogTerm=1 entries=2';
      receive(server, buildMessage(request.split(' ')), 0);
      expect(server.durableIndex).toBe(1);
      done(server);
      expect(server.durableIndex).toBe(2);
    },
  ],
  [
    'Disk (thesis §10.2.1): writes that are reported out of order take nothing back',
    () => {
      const server = leader();
      propose(server, 'x', 'x', server.now);
      const first = takeEffects(server).write;
      propose(server, 'y', 'y', server.now);
      const second = takeEffects(server).write;
      for (const write of [second, first]) {
        if (write !== undefined) persisted(server, write, server.now);
      }
      expect(server.durableIndex).toBe(2);
    },
  ],
];

test.each(rules)('%s', (_rule, check) => check());
