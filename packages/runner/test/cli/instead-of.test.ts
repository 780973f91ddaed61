import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCommandLine } from '../../src/cli/command-line.ts';

const page = readFileSync(
  join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'instead-of.md'),
  'utf8',
);
const twins = [...page.matchAll(/\| `raft-loop ([^`]+)` \|$/gm)].map((match) => match[1] ?? '');

test('the page has a line for each of the three programs', () => {
  expect(page.match(/^\| `(?:loop|dstest|stress) /gm)).toHaveLength(twins.length);
  expect(twins.length).toBeGreaterThan(20);
});

test.each(twins)('raft-loop %s', (words) => {
  expect(readCommandLine(words.split(' '), '1.2.3', 100)).toMatchObject({ kind: 'command' });
});
