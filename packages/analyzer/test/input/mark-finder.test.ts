import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '../../src/input/line-blocks.ts';
import { createMarkFinder } from '../../src/input/mark-finder.ts';

test('tells what looking into each line tells', () => {
  const line = fc.string({ unit: fc.constantFrom('r', 'a', 'f', 't', ' '), maxLength: 12 });
  const finder = createMarkFinder(['raft', 'rar', 'tt']);
  fc.assert(
    fc.property(fc.array(line), fc.array(line), (first, second) => {
      for (const lines of [first, second]) {
        const bytes = Buffer.from(`${lines.map((text) => `${text}\n`).join('')}raft`);
        finder.load(linesOf(bytes, bytes.length - 4, 0));
        let start = 0;
        for (const text of lines) {
          const end = start + text.length;
          expect(finder.holds(start, end)).toBe(/raft|rar|tt/.test(text));
          start = end + 1;
        }
      }
    }),
  );
});
