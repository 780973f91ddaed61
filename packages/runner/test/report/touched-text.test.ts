import { sometimesReached } from '@raftlens/invariants';
import { expect, test } from 'vitest';
import { type Touched, untouched } from '../../src/campaign/campaign-tally.ts';
import { touchedText } from '../../src/report/touched-text.ts';

const page = { width: 90, colour: false, summary: false };

/** All parts of Raft are reached once, apart from some. */
function without(...names: readonly string[]): Touched['reached'] {
  return Object.fromEntries(
    sometimesReached.map(({ name }) => [name, names.includes(name) ? 0 : 1]),
  );
}

const mixed: Touched = {
  reached: without('read-served', 'snapshot-taken', 'snapshot-installed'),
  faults: { loss: 12, crash: 3 },
  scenes: { 'a leader was deposed': 2, 'a write was torn': 0, 'a disk failed': 0 },
  vacuous: 1,
  verified: 100,
};

test('what was reached, what struck, what shows nothing, what was made again', async () => {
  const text = (await touchedText(mixed, page)).replace(/\d+ of \d+/, 'N of N');
  expect(text).toMatchInlineSnapshot(`
    "Reached N of N parts of Raft; never: snapshot-taken, snapshot-installed, read-served
    2 kinds of faults struck 15 times
    Scenes never seen: a write was torn; a disk failed
    1 run was vacuous: nobody was elected, or nothing committed
    100 runs were made twice more and gave the same traces
    "
  `);
});

test('where all was reached and nothing struck, it is one line', async () => {
  const number = sometimesReached.length;
  expect(await touchedText({ ...untouched, reached: without() }, page)).toBe(
    `Reached ${number} of ${number} parts of Raft\n`,
  );
});

test('what was never reached is named, in lines that fit', async () => {
  const text = await touchedText(untouched, page);
  expect(text.split('\n').filter((line) => line.length > page.width)).toEqual([]);
  for (const { name } of sometimesReached) expect(text).toContain(name);
  expect(text).toContain(`Reached 0 of ${sometimesReached.length} parts of Raft; never: `);
});

test.each([
  [{ vacuous: 1 }, '1 run was vacuous: nobody was elected, or nothing committed\n'],
  [{ vacuous: 2 }, '2 runs were vacuous: nobody was elected, or nothing committed\n'],
  [{ verified: 1 }, '1 run was made twice more and gave the same traces\n'],
  [{ verified: 7 }, '7 runs were made twice more and gave the same traces\n'],
])('%o', async (more, line) => {
  const text = await touchedText({ ...untouched, reached: without(), ...more }, page);
  expect(text.split(/(?<=\n)/).slice(1)).toEqual([line]);
});

test('a summary has a line for every part of Raft and every fault, and fits', async () => {
  const text = await touchedText(mixed, { ...page, summary: true });
  expect(text.startsWith(await touchedText(mixed, page))).toBe(true);
  expect(text.split('\n').filter((line) => line.length > page.width)).toEqual([]);
  const cells = text
    .split('\n')
    .filter((line) => line.startsWith('│'))
    .map((line) => line.split('│').map((cell) => cell.trim()));
  const counted = cells.slice(1).map(([, name, times]) => [name, times]);
  expect(counted.filter(([name]) => name !== '')).toEqual([
    ...sometimesReached.map(({ name }) => [name, String(mixed.reached[name])]),
    ['fault loss', '12'],
    ['fault crash', '3'],
    ...Object.values(mixed.scenes).map((runs) => ['scene', String(runs)]),
  ]);
});
