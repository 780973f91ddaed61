import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countLines } from '../../src/input/count-lines.ts';
import { linesOf } from '../../src/input/line-blocks.ts';
import { createMarkFinder } from '../../src/input/mark-finder.ts';

test('finds the lines that looking into each line finds', () => {
  const line = fc.string({ unit: fc.constantFrom('r', 'a', 'f', 't', ' '), maxLength: 12 });
  const finder = createMarkFinder(['raft', 'rar', 'tt']);
  fc.assert(
    fc.property(fc.array(line), fc.array(line), (first, second) => {
      for (const lines of [first, second]) {
        const bytes = Buffer.from(`${lines.map((text) => `${text}\n`).join('')}raft`);
        finder.load(linesOf(bytes, bytes.length - 4, 0));
        const starts: number[] = [];
        const expected: number[] = [];
        let start = 0;
        for (const text of lines) {
          if (/raft|rar|tt/.test(text)) expected.push(start);
          start += text.length + 1;
        }
        for (let at = finder.next(0); at < start; at = finder.next(bytes.indexOf('\n', at) + 1)) {
          starts.push(at);
        }
        expect(starts).toStrictEqual(expected);
        expect(countLines(bytes, 0, start)).toBe(lines.length);
      }
    }),
  );
});
