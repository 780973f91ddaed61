import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const page = readFileSync(join(import.meta.dirname, '../../../docs/paper-tests.md'), 'utf8');

/** The rows of all tables: what is said, the file that tests it, and the name of the test. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Sentence'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, sentence = '', file = '', name = '']) => ({ sentence, file, name }));

/** Whether the test that a row names is there. */
function isThere({ file, name }: (typeof rows)[number]): boolean {
  const transcript = join(import.meta.dirname, 'transcripts', file);
  if (file.endsWith('.txt')) return name === '' && existsSync(transcript);
  const places = [`paper/${file}.test.ts`, `${file}.test.ts`];
  const path = places.map((each) => join(import.meta.dirname, each)).find(existsSync);
  if (path === undefined || name === '') return false;
  const text = readFileSync(path, 'utf8');
  return [`'${name}'`, `"${name}"`].some((quoted) => text.includes(quoted));
}

test('every sentence of the papers that the page names has its test', () => {
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.filter((row) => !isThere(row))).toEqual([]);
  expect(rows[0]?.sentence).not.toBe('');
});
