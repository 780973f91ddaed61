import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Block, openBlocks } from '../../src/pull/blocks.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raft-loop-blocks-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const words = ({ start, length, by, generation }: Block): string =>
  `${start}+${length} ${by} ${generation}`;

test('blocks follow each other without a gap, whoever takes them', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 9 })), {
        minLength: 60,
        maxLength: 60,
      }),
      (num, takes) => {
        const here = mkdtempSync(join(folder, 'x'));
        const all = new Map(['a', 'b', 'c'].map((me) => [me, openBlocks(here, me, num)]));
        const taken: number[] = [];
        for (const [me, length] of takes) {
          const block = all.get(me)?.claim(length);
          if (block === undefined) continue;
          for (let at = 0; at < block.length; at += 1) taken.push(block.start + at);
        }
        expect(taken).toEqual(Array.from({ length: num }, (_, at) => at + 1));
      },
    ),
    { numRuns: 40, seed: 11 },
  );
});

test('a block is taken over once, and whoever had it sees that', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((me) => openBlocks(folder, me, 10));
  const first = a?.claim(4);
  if (first === undefined) throw new Error('nothing to claim');
  expect(b?.claim(9)).toMatchObject({ start: 5, length: 6, by: 'b' });
  expect(c?.claim(1)).toBeUndefined();
  expect(a?.isHeld(first)).toBe(true);
  const lost = b?.unfinished().find(({ by }) => by === 'a');
  if (lost === undefined) throw new Error('nothing is unfinished');
  expect(b?.takeOver(lost)).toMatchObject({ start: 1, length: 4, by: 'b', generation: 1 });
  expect(c?.takeOver(lost)).toBeUndefined();
  expect(a?.isHeld(first)).toBe(false);
  expect(c?.unfinished().map(words)).toEqual(['1+4 b 1', '5+6 b 0']);
});

test('what is finished is nobody’s business any more', () => {
  const [a, b] = ['a', 'b'].map((me) => openBlocks(folder, me, 5));
  const block = a?.claim(5);
  expect(b?.claim(1)).toBeUndefined();
  expect(b?.unfinished().map(words)).toEqual(['1+5 a 0']);
  if (block !== undefined) a?.finish(block);
  expect([a?.unfinished(), b?.unfinished()]).toEqual([[], []]);
});

test.each([['{}'], ['{"length":-1,"by":"a"}'], ['{"length":1'], ['']])(
  'a block that says %j is told, and not gone over',
  (text) => {
    writeFileSync(join(folder, '1.0.block'), text);
    expect(() => openBlocks(folder, 'a', 5).claim(1)).toThrow(
      '1.0.block does not say whose runs it stands for; remove it, or the whole folder',
    );
  },
);
