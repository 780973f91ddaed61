import {
  compact,
  createServer,
  defaultSettings,
  propose,
  type Server,
  type Settings,
  startRead,
  tick,
} from '@raftlens/core';
import { expect, test } from 'vitest';
import { candidate, done, hear, leader } from './one-server.ts';

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
  [
    'a probe moves nextIndex only once it is accepted: what is sent meanwhile stands before it',
    () => {
      const server = pipelined({ maxInflightAppends: 2 });
      accepted(server, 0);
      for (const each of ['a', 'b']) sent(server, each);
      expect(appends(server, [rejection])).toEqual(['0+2']);
      tick(server, server.heartbeatDeadline);
      expect(toN2(server)).toEqual(['0+0']);
      expect(accepted(server, 2)).toEqual([]);
      expect(sent(server, 'c')).toEqual(['2+1']);
    },
  ],
  [
    'the first thing that a new leader sends is a probe, with what there is to send',
    () => {
      const server = candidate('', { settings: { maxInflightAppends: 1, noOpEntry: true } });
      const vote = 'RequestVoteResponse n2 n1 term=1 requestTerm=1 voteGranted=true';
      expect(appends(server, [vote])).toEqual(['0+1']);
      expect(sent(server, 'x')).toEqual([]);
      expect(accepted(server, 1)).toEqual(['1+1']);
    },
  ],
  [
    'an answer from before the rejection opens no pipe, though it lets the next probe go',
    () => {
      const server = pipelined({ maxInflightAppends: 3, maxEntriesPerAppend: 1 });
      accepted(server, 0);
      for (const each of ['a', 'b', 'c']) sent(server, each);
      accepted(server, 2);
      const late = 'prevLogIndex=3 conflictIndex=3';
      sent(server, 'd');
      expect(appends(server, [`${header} ${late}`])).toEqual(['2+1']);
      expect(accepted(server, 1)).toEqual(['2+1']);
      expect(accepted(server, 3)).toEqual(['3+1']);
    },
  ],
  [
    'once they agree the leader goes on behind what is known to match',
    () => {
      const server = pipelined({ maxInflightAppends: 3 });
      accepted(server, 0);
      for (const each of ['a', 'b', 'c']) sent(server, each);
      accepted(server, 1);
      expect(appends(server, [`${header} prevLogIndex=2 conflictIndex=2`])).toEqual(['1+2']);
      // The answer of a heartbeat overtook that of the probe.
      expect(accepted(server, 1)).toEqual(['1+2']);
      expect(accepted(server, 3)).toEqual([]);
    },
  ],
  [
    'where it goes on is behind what they agree on, not where it happened to ask',
    () => {
      const server = leader('term=1 log=1,1,1,1,1', { settings: { maxInflightAppends: 3 } });
      const response = 'AppendEntriesResponse n2 n1 term=2 requestTerm=2';
      expect(appends(server, [`${response} prevLogIndex=5 conflictIndex=4`])).toEqual(['3+2']);
      expect(appends(server, [`${response} success=true matchIndex=0`])).toEqual(['0+5']);
    },
  ],
  [
    'a heartbeat takes no place in the pipe',
    () => {
      const server = pipelined({ maxInflightAppends: 1 });
      accepted(server, 0);
      tick(server, server.heartbeatDeadline);
      expect([toN2(server), sent(server, 'a'), sent(server, 'b')]).toEqual([['0+0'], ['0+1'], []]);
    },
  ],
  [
    'a read goes to everybody at once, also where the pipe is full (thesis §6.4)',
    () => {
      const server = pipelined({ maxInflightAppends: 1 });
      sent(server, 'a');
      hear(server, 'AppendEntriesResponse n3 n1 term=1 requestTerm=1 success=true matchIndex=1');
      expect(server.commitIndex).toBe(1);
      expect(sent(server, 'b')).toEqual([]);
      startRead(server, 'r', server.now);
      expect(toN2(server)).toEqual(['0+0']);
    },
  ],
  [
    'a peer that waits for an answer gets the snapshot, once what it lacks is compacted away',
    () => {
      for (const through of [1, 2]) {
        const server = pipelined({ maxInflightAppends: 1 });
        for (const each of ['a', 'b']) sent(server, each);
        hear(server, 'AppendEntriesResponse n3 n1 term=1 requestTerm=1 success=true matchIndex=2');
        expect(sent(server, 'c')).toEqual([]);
        compact(server, { index: through, data: 's', bytes: 1 }, server.now);
        expect(sent(server, 'd')).toEqual([`snapshot ${through}`]);
      }
    },
  ],
  [
    'what was in the pipe before a snapshot takes no place behind it',
    () => {
      const server = pipelined({ maxInflightAppends: 1 });
      accepted(server, 0);
      expect(sent(server, 'a')).toEqual(['0+1']);
      sent(server, 'b');
      hear(server, 'AppendEntriesResponse n3 n1 term=1 requestTerm=1 success=true matchIndex=0');
      hear(server, 'AppendEntriesResponse n3 n1 term=1 requestTerm=1 success=true matchIndex=2');
      compact(server, { index: 2, data: 's', bytes: 1 }, server.now);
      expect(sent(server, 'c')).toEqual(['snapshot 2']);
      expect(appends(server, [installed(2)])).toEqual(['2+1']);
    },
  ],
  [
    'a snapshot that nobody answers for an election timeout is sent again, from its beginning',
    () => {
      const server = pipelined({ maxInflightAppends: 1, checkQuorum: false });
      sent(server, 'a');
      hear(server, 'AppendEntriesResponse n3 n1 term=1 requestTerm=1 success=true matchIndex=1');
      compact(server, { index: 1, data: 's', bytes: 1 }, server.now);
      const sentAt = server.now;
      expect(sent(server, 'b')).toEqual(['snapshot 1']);
      const later = (ms: number): readonly string[] => {
        tick(server, sentAt + ms);
        return toN2(server);
      };
      expect([50, 100, 150, 200, 250].map(later)).toEqual(Array(5).fill(['0+0']));
      server.heartbeatDeadline = sentAt + 299;
      expect(later(299)).toEqual(['0+0']);
      server.heartbeatDeadline = sentAt + 300;
      expect(later(300)).toEqual(['snapshot 1']);
      expect(sent(server, 'c')).toEqual([]);
    },
  ],
  [
    'without a limit nothing waits: a rejection behind a snapshot sends it again at once',
    () => {
      const server = pipelined({ maxInflightAppends: undefined });
      sent(server, 'a');
      hear(server, 'AppendEntriesResponse n3 n1 term=1 requestTerm=1 success=true matchIndex=1');
      compact(server, { index: 1, data: 's', bytes: 1 }, server.now);
      expect(appends(server, [`${header} prevLogIndex=0 conflictIndex=1`])).toEqual([]);
      tick(server, server.heartbeatDeadline);
      expect(toN2(server)).toEqual(['1+0']);
      const rejected = [`${header} prevLogIndex=1 conflictIndex=1`];
      expect(appends(server, rejected)).toEqual(['snapshot 1']);
      expect(sent(server, 'b')).toEqual(['1+1']);
      expect(appends(server, rejected)).toEqual(['snapshot 1']);
    },
  ],
];

const header = 'AppendEntriesResponse n2 n1 term=1 requestTerm=1';
const rejection = `${header} prevLogIndex=1 conflictIndex=1`;

function installed(index: number): string {
  return `InstallSnapshotResponse n2 n1 term=1 requestTerm=1 matchIndex=${index}`;
}

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
