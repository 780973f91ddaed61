import { expect, test } from 'vitest';
import { changedCoreLines } from '../../src/report/changed-core-lines.ts';

test('the agreed core needs no words', () => {
  expect(changedCoreLines([])).toEqual([]);
});

test('a changed core is told by its first lines, before and after', () => {
  const change = {
    file: 'quorum.ts',
    was: ['return count / 2 + 1;'],
    is: ['const half = count / 2;', 'return half;', '}', '\u001b[2J'],
  };
  const other = { file: 'log.ts', was: [], is: ['\u001b[2J'] };
  const all = [change, other, { ...other, file: 'a.ts' }, { ...other, file: 'b.ts' }];
  expect(changedCoreLines(all).join('\n')).toMatchInlineSnapshot(`
    "  core:    not the agreed one; packages/core/src has
                 quorum.ts
                   − return count / 2 + 1;
                   + const half = count / 2;
                   + return half;
                   + … 2 more
                 log.ts
                   + \\u{1b}[2J
                 a.ts
                   + \\u{1b}[2J
                 and 1 more changed place"
  `);
});

test('a file that changed in several places is named once', () => {
  const places = [1, 2].map((at) => ({ file: 'log.ts', was: [`was(${at});`], is: [] }));
  expect(
    changedCoreLines(places)
      .slice(1)
      .map((line) => line.trim()),
  ).toEqual(['log.ts', '− was(1);', '− was(2);']);
});
