import { compact, type Server } from '@raftlens/core';
import { expect, test } from 'vitest';
import { agree, done, hear, leader } from './one-server.ts';

/** What n2 is sent after it rejected what follows `prevLogIndex` with this hint. */
function retry(server: Server, prevLogIndex: number, index: number, term: number): string {
  const { currentTerm } = server;
  const header = `AppendEntriesResponse n2 n1 term=${currentTerm} requestTerm=${currentTerm}`;
  const words = `prevLogIndex=${prevLogIndex} conflictIndex=${index} conflictTerm=${term}`;
  const [message] = hear(server, `${header} ${words}`).messages;
  if (message?.kind === 'InstallSnapshot') return `snapshot ${message.snapshot.index}`;
  if (message?.kind !== 'AppendEntries') return 'nothing';
  return `${message.prevLogIndex}@${message.prevLogTerm} +${message.entries.length}`;
}

// Raft §5.3: "With this information, the leader can decrement nextIndex to bypass all of the
// conflicting entries in that term"; where it has entries of that term itself, it goes on behind
// the last of them.
test.each<[own: string, index: number, term: number, sent: string]>([
  // The follower's log ends before.
  ['1,1,2,2,3', 3, 0, '2@1 +3'],
  ['1,1,2,2,3', 1, 0, '0@0 +5'],
  // A term that the leader does not have is skipped.
  ['1,1,3,3,3', 3, 2, '2@1 +3'],
  ['1,1,3,3,3', 1, 2, '0@0 +5'],
  ['2,2,3,3,3', 2, 1, '1@2 +4'],
  // A term that the leader has too.
  ['1,1,2,2,3', 3, 2, '4@2 +1'],
  ['1,1,2,3,3', 3, 2, '3@2 +2'],
  ['1,1,3,3,3', 1, 1, '2@1 +3'],
  // Nothing makes it go forward.
  ['1,1,2,2,3', 9, 0, '4@2 +1'],
  ['1,1,2,2,3', 5, 4, '4@2 +1'],
])('a leader with %s that hears of a conflict from %s@%s on sends %s', (own, index, term, sent) => {
  expect(retry(leader(`term=5 log=${own}`), 5, index, term)).toBe(sent);
});

const rules: readonly (readonly [rule: string, check: () => void])[] = [
  [
    'the search goes back from the entry that was rejected, not from the end of the log',
    () => {
      const server = leader('term=5 log=1,1,2,3,3');
      expect(retry(server, 5, 4, 4)).toBe('3@2 +2');
      expect(retry(server, 3, 1, 3)).toBe('0@0 +5');
    },
  ],
  [
    'it never goes behind what is known to match, however old the news is',
    () => {
      const server = leader('term=5 log=1,1,1,1,1');
      agree(server, 'n2', 3);
      expect(retry(server, 5, 1, 0)).toBe('3@1 +2');
      expect(retry(server, 3, 1, 0)).toBe('nothing');
    },
  ],
  [
    'what the leader has compacted away is not sent entry by entry',
    () => {
      const server = compacted();
      expect(retry(server, 5, 2, 0)).toBe('snapshot 3');
    },
  ],
  [
    'the last entry of the snapshot is one to agree on, too',
    () => {
      expect(retry(compacted(), 5, 4, 0)).toBe('3@1 +2');
      expect(retry(compacted(), 5, 1, 1)).toBe('3@1 +2');
    },
  ],
];

test.each(rules)('%s', (_rule, check) => check());

/** A leader with entries of the terms 1 1 1 2 6, of which a snapshot has the first three. */
function compacted(): Server {
  const server = leader('term=5 log=1,1,1,2');
  server.log.entries.push({ term: 6, command: 'x', hash: 'x' });
  agree(server, 'n3', 5);
  Object.assign(server.progress[0] ?? {}, { nextIndex: 6 });
  compact(server, { index: 3, data: 's', bytes: 1 }, server.now);
  done(server);
  return server;
}
