import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shellWord } from '../../src/cli/shell-word.ts';

test.each([
  ['go', 'go'],
  ['--run=2A', '--run=2A'],
  ['./...', './...'],
  ['', "''"],
  ['exit 3', "'exit 3'"],
  ["it's", "'it'\\''s'"],
  ['$HOME', "'$HOME'"],
  ['~', "'~'"],
  ['a\nb', "'a\nb'"],
  ['*', "'*'"],
])('%j is written %s', (word, written) => {
  expect(shellWord(word)).toBe(written);
});

test('a shell reads every word back as it was', () => {
  const word = fc
    .string({
      unit: fc.oneof(fc.constantFrom(...'\'"\\ $`!*?[]{}()<>|&;~#=\n\tab-é'), fc.string()),
    })
    .filter((text) => !text.includes('\0') && text.isWellFormed());
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
      const command = `printf '%s\\0' ${words.map(shellWord).join(' ')}`;
      const read = execFileSync('sh', ['-c', command], { encoding: 'utf8' });
      expect(read.split('\0').slice(0, -1)).toEqual(words);
    }),
    { seed: 1, numRuns: 40 },
  );
});
