import { receive, takeEffects } from '@raftlens/core';
import { expect, test } from 'vitest';
import { buildMessage } from '../transcript/build-message.ts';
import {
  answer,
  candidate,
  follower,
  hear,
  hearEntries,
  logTerms,
  membership,
} from './one-server.ts';

// Raft Figure 2, AppendEntries 2: "Reply false if log doesn't contain an entry at prevLogIndex
// whose term matches prevLogTerm". The hint is that of §5.3: "the term of the conflicting entry and
// the first index it stores for that term".
test.each<[own: string, prevLogIndex: number, prevLogTerm: number, hint: string]>([
  ['1,2,2', 3, 3, '2@2'],
  ['1,2,2', 3, 1, '2@2'],
  ['1,2,2', 1, 2, '1@1'],
  ['1,1,1', 3, 2, '1@1'],
  ['1,2,3', 2, 3, '2@2'],
  ['1,2,2', 4, 2, '4@0'],
  ['1,2,2', 9, 2, '4@0'],
])('a log of %s rejects what follows %s@%s, and says %s', (own, index, term, hint) => {
  for (const entries of ['', ' entries=3']) {
    const request = `AppendEntries n2 n1 term=5 prevLogIndex=${index} prevLogTerm=${term}`;
    const server = follower(`term=5 log=${own}`);
    const effects = hear(server, `${request}${entries} leaderCommit=3`);
    const response = answer(effects, 'AppendEntriesResponse');
    expect(response).toMatchObject({ success: false, matchIndex: 0, prevLogIndex: index });
    expect(`${response.conflictIndex}@${response.conflictTerm}`).toBe(hint);
    expect([logTerms(server).join(), server.commitIndex, effects.write]).toEqual([
      own,
      0,
      undefined,
    ]);
  }
});

// Raft Figure 2, AppendEntries 3 and 4, as what becomes of a log.
test.each<[own: string, prevLogIndex: number, entries: string, result: string]>([
  ['1,1,2', 0, '1', '1,1,2'],
  ['1,1,2', 0, '1,1,2', '1,1,2'],
  ['1,1,2', 0, '1,1,3', '1,1,3'],
  ['1,1,2', 0, '1,3', '1,3'],
  ['1,1,2', 2, '3,3', '1,1,3,3'],
  ['1,1,2', 3, '3', '1,1,2,3'],
  ['1,1,2', 1, '1,2,4', '1,1,2,4'],
  ['1,1,2,2,2', 2, '3', '1,1,3'],
  ['1,1,2', 2, '1', '1,1,1'],
])('a log of %s with, behind %s, the entries %s becomes %s', (own, prev, entries, result) => {
  const prevLogTerm = [0, ...own.split(',').map(Number)][prev];
  const server = follower(`term=5 log=${own}`);
  const request = `AppendEntries n2 n1 term=5 prevLogIndex=${prev} prevLogTerm=${prevLogTerm}`;
  const effects = hear(server, `${request} entries=${entries}`);
  expect(logTerms(server).join()).toBe(result);
  // It agrees through what the message vouches for, and not with what stands behind that.
  const matchIndex = prev + entries.split(',').length;
  expect(answer(effects, 'AppendEntriesResponse')).toMatchObject({ success: true, matchIndex });
  const conflict = effects.write?.fromIndex ?? server.log.entries.length + 1;
  const kept = own.split(',').slice(0, conflict - 1);
  expect(result.split(',').slice(0, conflict - 1)).toEqual(kept);
  expect(effects.write?.entries.map(({ term }) => term) ?? []).toEqual(
    result
      .split(',')
      .slice(conflict - 1)
      .map(Number),
  );
});

const rules: readonly (readonly [rule: string, check: () => void])[] = [
  [
    'AppendEntries 5: a heartbeat commits no more than the entry before it',
    () => {
      const server = follower('term=1 log=1,1,1');
      const heartbeat = 'AppendEntries n2 n1 term=1 prevLogIndex=2 prevLogTerm=1 leaderCommit=3';
      const { committed } = hear(server, heartbeat);
      expect([server.commitIndex, committed.length]).toEqual([2, 2]);
    },
  ],
  [
    'AppendEntries 5: commitIndex is what the leader says, where there is more in the message',
    () => {
      const server = follower('term=1');
      hear(server, 'AppendEntries n2 n1 term=1 entries=1,1,1 leaderCommit=2');
      expect([server.commitIndex, server.lastApplied]).toEqual([2, 2]);
    },
  ],
  [
    'Followers: a leader that is rejected for its log is heard all the same',
    () => {
      const server = candidate();
      server.now += 50;
      const { electionDeadline } = server;
      hear(server, 'AppendEntries n2 n1 term=1 prevLogIndex=5 prevLogTerm=1');
      expect([server.role, server.leaderId]).toEqual(['follower', 'n2']);
      expect(server.electionDeadline).toBe(electionDeadline + 50);
    },
  ],
  [
    'State: what came with several messages is written from the first change on',
    () => {
      const server = follower('term=1 log=1');
      for (const words of [
        'AppendEntries n2 n1 term=1 prevLogIndex=1 prevLogTerm=1 entries=1,1',
        'AppendEntries n2 n1 term=1 prevLogIndex=3 prevLogTerm=1 entries=1',
      ]) {
        receive(server, buildMessage(words.split(' ')), 0);
      }
      const { write } = takeEffects(server);
      expect([write?.fromIndex, write?.entries.length, write?.lastLogIndex]).toEqual([2, 3, 4]);
    },
  ],
  [
    'State: a log that was replaced while it was written is written again from there on',
    () => {
      const server = follower('term=1');
      hear(server, 'AppendEntries n2 n1 term=1 entries=1,1,1');
      const second = 'AppendEntries n3 n1 term=2 prevLogIndex=1 prevLogTerm=1 entries=2';
      const { write } = hear(server, second);
      expect([write?.fromIndex, write?.entries.map(({ term }) => term)]).toEqual([2, [2]]);
    },
  ],
  [
    'Raft §6: a membership is entered once, and at its own index, whatever it comes along with',
    () => {
      const server = follower('term=1 log=1');
      const without = membership(1, { voters: ['n1', 'n2'] });
      const first = { term: 1, command: 't1', hash: 't1' };
      for (const more of [[], [], [first], [first, first]]) {
        hearEntries(server, 'AppendEntries n2 n1 term=1', [first, without, first, ...more]);
      }
      expect(server.configurations).toMatchObject([
        { index: 0, configuration: { voters: ['n1', 'n2', 'n3'] } },
        { index: 2, configuration: { voters: ['n1', 'n2'] } },
      ]);
    },
  ],
];

test.each(rules)('%s', (_rule, check) => check());
