import fc from 'fast-check';
import { expect, test } from 'vitest';
import { libraryHead } from '../../src/etcd/library-head.ts';
import { createStampReader } from '../../src/stamp.ts';
import { mutatedLine } from '../mutated-line.ts';

const lines = [
  'raft2026/03/09 11:20:15 INFO: a1f00d0000000001 became follower at term 1',
  'raft 2026/03/09 11:20:15.123456 WARNING: x',
  'raft2026/03/09 11:20:15 DEBUG: ',
  'rafthttp: x',
];

const head = /^raft ?(?=\d{4}\/)/;
const level = /^ ([A-Z]{4,7}): /;

/** The same by patterns. */
function expected(text: string) {
  const begin = head.exec(text)?.[0];
  if (begin === undefined) return undefined;
  const stamp = createStampReader()(text, begin.length);
  const match = stamp && level.exec(text.slice(stamp.end, stamp.end + 12));
  if (!stamp || !match) return 'broken';
  return { time: stamp.time, level: match[1], end: stamp.end + match[0].length };
}

test('letter by letter a head is read as patterns read it', () => {
  const readStamp = createStampReader();
  fc.assert(
    fc.property(mutatedLine(lines), (text) => {
      expect(libraryHead(text, readStamp)).toEqual(expected(text));
    }),
    { numRuns: 5000 },
  );
});
