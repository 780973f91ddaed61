import {
  compact,
  createServer,
  defaultSettings,
  propose,
  type Server,
  type Settings,
  tick,
} from '@raftlens/core';
import { expect, test } from 'vitest';
import { done, hear } from './one-server.ts';

// Thesis §10.2.1: "AppendEntries can be pipelined", and what bounds it.
const rules: readonly (readonly [rule: string, check: () => void])[] = [
  [
    'the leader updates nextIndex to send the next entry without waiting for the acknowledgment',
    () => {
      const server = pipelined({ maxInflightAppends: undefined });
      expect([sent(server, 'a'), sent(server, 'b')]).toEqual([['0+1'], ['1+1']]);
    },
  ],
  [
    'with a limit, it first waits for the follower to agree',
    () => {
      const server = pipelined({ maxInflightAppends: 2 });
      expect([sent(server, 'a'), sent(server, 'b')]).toEqual([[], []]);
      expect(accepted(server, 0)).toEqual(['0+2']);
    },
  ],
  [
    'then so many go out that the limit is reached, and more with each answer',
    () => {
      const server = pipelined({ maxInflightAppends: 2 });
      accepted(server, 0);
      expect(['a', 'b', 'c', 'd'].map((each) => sent(server, each))).toEqual([
        ['0+1'],
        ['1+1'],
        [],
        [],
      ]);
      expect(accepted(server, 1)).toEqual(['2+2']);
      expect(accepted(server, 1)).toEqual([]);
      expect(sent(server, 'e')).toEqual([]);
      expect(accepted(server, 4)).toEqual(['4+1']);
    },
  ],
  [
    'one answer may open the pipe for several small messages',
    () => {
      const server = pipelined({ maxInflightAppends: 2, maxEntriesPerAppend: 1 });
      for (const each of ['a', 'b', 'c']) sent(server, each);
      expect(accepted(server, 0)).toEqual(['0+1', '1+1']);
    },
  ],
  [
    'if an AppendEntries is lost, nextIndex goes back, and one at a time finds the place',
    () => {
      const server = pipelined({ maxInflightAppends: 3, maxEntriesPerAppend: 1 });
      accepted(server, 0);
      for (const each of ['a', 'b', 'c']) sent(server, each);
      const rejected = (prevLogIndex: number): readonly string[] =>
        appends(server, [
          `AppendEntriesResponse n2 n1 term=1 requestTerm=1 prevLogIndex=${prevLogIndex}`,
          'conflictIndex=1',
        ]);
      expect(rejected(1)).toEqual(['0+1']);
      expect(rejected(2)).toEqual([]);
      expect(sent(server, 'd')).toEqual([]);
      expect(accepted(server, 1)).toEqual(['1+1', '2+1', '3+1']);
    },
  ],
  [
    'a heartbeat goes out however full the pipe is, and its answer empties it',
    () => {
      const server = pipelined({ maxInflightAppends: 1 });
      accepted(server, 0);
      for (const each of ['a', 'b']) sent(server, each);
      tick(server, server.heartbeatDeadline);
      expect(toN2(server)).toEqual(['1+0']);
      expect(accepted(server, 1)).toEqual(['1+1']);
    },
  ],
  [
    'a snapshot holds everything back until it is answered',
    () => {
      const server = pipelined({ maxInflightAppends: 1 });
      sent(server, 'a');
      hear(server, 'AppendEntriesResponse n3 n1 term=1 requestTerm=1 success=true matchIndex=1');
      compact(server, { index: 1, data: 's', bytes: 1 }, server.now);
      done(server);
      expect(accepted(server, 0)).toEqual(['snapshot 1']);
      expect(sent(server, 'b')).toEqual([]);
      // An old rejection, and an old agreement, do not end it.
      expect(appends(server, [rejection])).toEqual([]);
      expect(accepted(server, 0)).toEqual([]);
      const installed = 'InstallSnapshotResponse n2 n1 term=1 requestTerm=1 matchIndex=1';
      expect(appends(server, [installed])).toEqual(['1+1']);
    },
  ],
];

const rejection = 'AppendEntriesResponse n2 n1 term=1 requestTerm=1 prevLogIndex=1 conflictIndex=1';

test.each(rules)('%s', (_rule, check) => check());

/** n1 as leader of term 1 that has said so to n2 and n3. */
function pipelined(settings: Partial<Settings>): Server {
  const server = createServer(
    {
      id: 'n1',
      voters: ['n1', 'n2', 'n3'],
      settings: { ...defaultSettings, ...settings },
      random: () => 0.5,
    },
    0,
  );
  tick(server, server.electionDeadline);
  done(server);
  hear(server, 'RequestVoteResponse n2 n1 term=1 requestTerm=1 voteGranted=true');
  return server;
}

/** What n2 is sent when this is proposed: the index before, and how many entries. */
function sent(server: Server, command: string): readonly string[] {
  propose(server, command, command, server.now);
  return toN2(server);
}

/** What n2 is sent once it agrees through this index. */
function accepted(server: Server, matchIndex: number): readonly string[] {
  return appends(server, [
    `AppendEntriesResponse n2 n1 term=1 requestTerm=1 success=true matchIndex=${matchIndex}`,
  ]);
}

function appends(server: Server, words: readonly string[]): readonly string[] {
  return told(hear(server, words.join(' ')));
}

function toN2(server: Server): readonly string[] {
  return told(done(server));
}

function told({ messages }: ReturnType<typeof done>): readonly string[] {
  return messages.flatMap((message) => {
    if (message.to !== 'n2') return [];
    if (message.kind === 'InstallSnapshot') return [`snapshot ${message.snapshot.index}`];
    if (message.kind !== 'AppendEntries') return [];
    return [`${message.prevLogIndex}+${message.entries.length}`];
  });
}
