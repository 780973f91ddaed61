import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCommandLine } from '../../src/cli/command-line.ts';

const page = readFileSync(
  join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'instead-of.md'),
  'utf8',
);
const twins = [...page.matchAll(/\| `raft-loop ([^`]+)` \|$/gm)].map((match) => match[1] ?? '');

test('each line of the page has a twin that is raft-loop', () => {
  const lines = page.match(/^\| `.*/gm) ?? [];
  expect(lines.filter((line) => !/\| `raft-loop [^`]+` \|$/.test(line))).toEqual([]);
  expect(twins).toHaveLength(lines.length);
  expect(new Set(lines.map((line) => line.split(/[ `]+/)[1])).size).toBe(7);
});

test.each(twins)('raft-loop %s', (words) => {
  expect(readCommandLine(words.split(' '), '1.2.3', 100)).toMatchObject({ kind: 'command' });
});
