import { expect, test } from 'vitest';
import { snapshotLoop } from '../../src/rules/snapshot-loop.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(snapshotLoop, text);

test('suspicious: ten times, and it gets no further', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (warning) term 2, n1 n2: n1 has sent n2 10 snapshots in term 2, and n2 answers without getting any further
      2: n1@2 → n2 snapshot 20
      20: n1@2 → n2 snapshot 20"
  `);
});

test.each([
  [
    'it gets further',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader progress.updated n2 matchIndex=20
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader progress.updated n2 matchIndex=20
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader progress.updated n2 matchIndex=20
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader progress.updated n2 matchIndex=20
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader progress.updated n2 matchIndex=20
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader progress.updated n2 matchIndex=20
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader progress.updated n2 matchIndex=20
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader progress.updated n2 matchIndex=20
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader progress.updated n2 matchIndex=20
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader progress.updated n2 matchIndex=20
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader progress.updated n2 matchIndex=20
       n1@2 leader message.received AppendEntriesResponse n2→n1`,
  ],
  [
    'it does not answer',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       +250 n1@2 leader snapshot.sent 20 peer=n2
       +250 n1@2 leader snapshot.sent 20 peer=n2
       +250 n1@2 leader snapshot.sent 20 peer=n2
       +250 n1@2 leader snapshot.sent 20 peer=n2
       +250 n1@2 leader snapshot.sent 20 peer=n2
       +250 n1@2 leader snapshot.sent 20 peer=n2
       +250 n1@2 leader snapshot.sent 20 peer=n2
       +250 n1@2 leader snapshot.sent 20 peer=n2
       +250 n1@2 leader snapshot.sent 20 peer=n2
       +250 n1@2 leader snapshot.sent 20 peer=n2
       +250 n1@2 leader snapshot.sent 20 peer=n2`,
  ],
  [
    'many within a short time: the first is still under way',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1`,
  ],
  [
    'by one leader after the other',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@2 leader snapshot.sent 20 peer=n2
       n1@2 leader message.received AppendEntriesResponse n2→n1
       +250 n1@3 leader snapshot.sent 20 peer=n2
       n1@3 leader message.received AppendEntriesResponse n2→n1
       +250 n1@3 leader snapshot.sent 20 peer=n2
       n1@3 leader message.received AppendEntriesResponse n2→n1
       +250 n1@3 leader snapshot.sent 20 peer=n2
       n1@3 leader message.received AppendEntriesResponse n2→n1
       +250 n1@3 leader snapshot.sent 20 peer=n2
       n1@3 leader message.received AppendEntriesResponse n2→n1
       +250 n1@3 leader snapshot.sent 20 peer=n2
       n1@3 leader message.received AppendEntriesResponse n2→n1`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'no snapshot is sent',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50`,
    'snapshots that leaders send',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
