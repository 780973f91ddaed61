import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { oldestFirst } from '../../src/input/newest-first.ts';
import { memorySource } from '../memory-source.ts';

const lines = Array.from(
  { length: 30 },
  (_, index) => `2026-03-09T11:20:${10 + index}.000Z line ${index}\n`,
);

async function read(text: string, size = 100) {
  const { chunks, turned } = await oldestFirst(memorySource('x', text, size).open());
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(Buffer.from(chunk));
  return { text: Buffer.concat(pieces).toString(), turned };
}

test('turns lines round where every time is before the one above', async () => {
  const newestFirst = lines.toReversed().join('');
  expect(await read(newestFirst)).toStrictEqual({ text: lines.join(''), turned: 30 });
  expect((await read(newestFirst.trimEnd(), 7)).text).toBe(lines.join(''));
});

test('a program with two clocks, one of them in whole seconds', async () => {
  const log = lines.flatMap((line, index) => [
    line.replace('.000Z', '.500Z'),
    `raft2026/03/09 11:20:${10 + index} INFO: line ${index}\n`,
  ]);
  expect(await read(log.toReversed().join(''))).toStrictEqual({ text: log.join(''), turned: 60 });
  expect((await read(log.join(''))).turned).toBeUndefined();
});

test('leaves all else as it is', async () => {
  const some = lines.slice(0, 4);
  for (const each of [lines, [...lines.slice(5).toReversed(), ...some, ...lines.slice(4)], ['a']]) {
    expect(await read(each.join(''))).toStrictEqual({ text: each.join(''), turned: undefined });
  }
});

test('tells the lines of the file, and the leader of the right term', async () => {
  const head = '2026-03-09T11:20';
  const log = [
    `${head}:01.000Z [INFO]  raft: entering candidate state: node="Node at a:1 [Candidate]" term=2`,
    `${head}:02.000Z [INFO]  raft: entering leader state: leader="Node at a:1 [Leader]"`,
    `${head}:03.000Z [INFO]  raft: entering follower state: follower="Node at a:1 [Follower]"`,
    `${head}:04.000Z [INFO]  raft: entering candidate state: node="Node at a:1 [Candidate]" term=5`,
    `${head}:05.000Z [INFO]  raft: entering leader state: leader="Node at a:1 [Leader]"`,
  ];
  const seen: (number | undefined)[] = [];
  const { leaders, findings } = await analyze([memorySource('a', log.toReversed().join('\n'))], {
    onEvents: (events) => {
      seen.push(...events.map(({ at }) => at?.line));
    },
  });
  expect(leaders.map(({ term }) => term)).toStrictEqual([2, 5]);
  expect(seen).toStrictEqual([5, 4, 3, 2, 1]);
  expect(findings.filter(({ severity }) => severity === 'violation')).toStrictEqual([]);
});
