import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { findCopies } from '../../src/clusters/find-copies.ts';

function log(file: string, length: number, word = 'x', later = 0): readonly TraceEvent[] {
  return Array.from({ length }, (_, index) => ({
    event: 'node.stopped',
    time: index + later,
    node: file,
    at: { file, line: index + 1, text: `${index} ${word}` },
  }));
}

test('a file and its backup are one log, whichever went on longer', () => {
  expect([...findCopies([log('a', 9), log('b', 9, 'y'), log('c', 9), log('d', 20)])]).toStrictEqual(
    [
      [2, 0],
      [3, 0],
    ],
  );
});

test('logs that only begin alike, or say the same at other times, are two', () => {
  const parting = [...log('a', 6), ...log('a', 3, 'y', 6)];
  expect(findCopies([log('b', 9), parting]).size).toBe(0);
  expect(findCopies([log('a', 9), log('b', 9, 'x', 1)]).size).toBe(0);
  expect(findCopies([log('a', 2), log('b', 9)]).size).toBe(0);
  expect(findCopies([[], []]).size).toBe(0);
});
