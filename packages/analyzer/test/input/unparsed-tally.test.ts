import { expect, test } from 'vitest';
import { lineShape } from '../../src/input/line-shape.ts';
import { createUnparsedTally } from '../../src/input/unparsed-tally.ts';

test.each<[string, string]>([
  [
    'raft2026/11/23 03:16:58 INFO: 8e9e05c52164694d waves at term 7',
    'raft# # INFO: # waves at term #',
  ],
  ['Nov 23 10:00:00 host etcd[12]: S1 lost 3 of 10.0.0.1:80', 'S# lost # of #'],
  ['nothing to mask', 'nothing to mask'],
])('%s', (line, shape) => {
  expect(lineShape(line)).toBe(shape);
});

test('groups by reason and shape, keeps two examples, the most frequent first', () => {
  const tally = createUnparsedTally();
  tally.take(1, 'S1 waves', 'unknown words', false);
  for (const line of [2, 3, 4]) tally.take(line, `S${line} nods`, 'unknown words', false);
  tally.take(5, 'S1 nods', 'cut short', true);
  tally.take(6, 'GET /', 'not of Raft', false);
  expect(tally.kinds).toStrictEqual([
    {
      why: 'unknown words',
      broken: false,
      shape: 'S# nods',
      lines: 3,
      examples: [
        { line: 2, text: 'S2 nods' },
        { line: 3, text: 'S3 nods' },
      ],
    },
    {
      why: 'unknown words',
      broken: false,
      shape: 'S# waves',
      lines: 1,
      examples: [{ line: 1, text: 'S1 waves' }],
    },
    {
      why: 'cut short',
      broken: true,
      shape: 'S# nods',
      lines: 1,
      examples: [{ line: 5, text: 'S1 nods' }],
    },
  ]);
});

test('holds a bounded number of kinds, and counts every line', () => {
  const tally = createUnparsedTally();
  const letters = 'ghijklmnopqrstuvwxyz';
  const lines = 1000;
  for (let line = 0; line < lines; line += 1) {
    const word = [...String(line)].map((digit) => letters[Number(digit)]).join('');
    tally.take(line, `${word} `.repeat(1000), 'unknown words', false);
  }
  expect(tally.kinds.length).toBe(301);
  expect(tally.kinds.reduce((sum, kind) => sum + kind.lines, 0)).toBe(lines);
  expect(tally.kinds[0]).toMatchObject({ shape: '', lines: lines - 300 });
  expect(
    tally.kinds.every(({ examples }) => examples.every(({ text }) => text.length <= 400)),
  ).toBe(true);
});
