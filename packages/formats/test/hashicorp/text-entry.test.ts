import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HclogEntry } from '../../src/hashicorp/hclog-entry.ts';
import { createTextEntryReader } from '../../src/hashicorp/text-entry.ts';
import { mutatedLine } from '../mutated-line.ts';

const time = '2024-11-28T12:37:33.248Z';
const keys = ['node', 'term', 'tally', 'from', 'odd', 'b'];

/** What a reader that knows `before` says of a line. */
function read(line: string, before: readonly string[] = []): unknown {
  const readEntry = createTextEntryReader();
  for (const each of before) readEntry(each);
  return shown(readEntry(line));
}

function shown(entry: HclogEntry | undefined): unknown {
  if (entry === undefined) return undefined;
  const { level, module, message } = entry;
  return { time: entry.time, level, module, message, values: keys.map((key) => entry.value(key)) };
}

const lines: readonly string[] = [
  `${time} [INFO]  raft: entering candidate state: node="Node at a:1 [Candidate]" term=2`,
  `${time} [INFO]  raft: entering candidate state: node="Node at a:1 [Candidate]" term=3`,
  `${time} [INFO]  raft: entering candidate state`,
  `${time} [INFO]  agent.server.raft: entering candidate state: node="Node at a:1 []" term=3`,
  `${time} [DEBUG] raft: vote granted: from=n1 term=2 tally=1`,
  `${time} [DEBUG] raft/raft.go:892: raft: vote granted: from=n1 term=2 tally=1`,
  `${time} [DEBUG] raft: odd=1`,
  `${time} [DEBUG] raft: odd=1: b=2`,
  `${time} [DEBUG] raft: a: b: b=2`,
  `${time} [DEBUG] raft: a: b`,
  `${time} [DEBUG] raft: `,
  `${time} [DEBUG]raft: vote granted: from=n1 term=2 tally=1`,
  `${time} [LOUD]  raft: vote granted: from=n1 term=2 tally=1`,
  '[32605] 2019/07/25 12:37:33 [DEBUG] raft: Votes needed: 2',
];

test('a line says the same, whatever lines its reader knows', () => {
  for (const line of lines) {
    for (const before of lines) expect(read(line, [before]), before).toEqual(read(line));
    expect(read(line, lines)).toEqual(read(line));
  }
});

test('so it does where lines are cut, written over and put together', () => {
  fc.assert(
    fc.property(fc.array(mutatedLine(lines), { minLength: 1, maxLength: 40 }), (mutated) => {
      const readEntry = createTextEntryReader();
      for (const line of mutated) expect(shown(readEntry(line)), line).toEqual(read(line));
    }),
    { numRuns: 500 },
  );
});

test('each line of a kind has the values of its own keys', () => {
  const [first = '', second = ''] = lines;
  expect(read(second, [first])).toMatchObject({
    module: 'raft',
    message: 'entering candidate state',
    values: ['Node at a:1 [Candidate]', '3', undefined, undefined, undefined, undefined],
  });
});

test('what looks like a key right behind the module is its message', () => {
  expect(read(`${time} [DEBUG] raft: odd=1`)).toMatchObject({ message: 'odd=1' });
  expect(read(`${time} [DEBUG] raft: odd=1: b=2`)).toMatchObject({ message: 'odd=1' });
});
