import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, type Bug, bugs } from '@raftlens/bugs';
import { expect, test } from 'vitest';

const coreSources = join(import.meta.dirname, '..', '..', 'core', 'src');

test.each(bugs)('the edits of $name fit the sources of the core, each in one place', (bug) => {
  for (const file of filesOf(bug)) {
    const path = join(coreSources, file);
    expect(existsSync(path), file).toBe(true);
    const text = readFileSync(path, 'utf8');
    const patched = applyEdits(file, text, bug.edits);
    expect(patched).not.toBe(text);
    for (const { replace } of editsOf(bug, file)) expect(patched).toContain(replace);
  }
});

test('bugs have names of their own', () => {
  const names = bugs.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test.each(bugs)('$name says which sentence it violates, and harms or says why not', (bug) => {
  expect(bug.sentence).toMatch(/\((.*, )?(thesis )?(§|Figure )\d+.*\)\.$/);
  for (const place of bug.seen) expect(place).not.toBe('');
  if (bug.harmless !== undefined) expect(bug.harmless).toMatch(/\.$/);
});

test.each<[string, string, string]>([
  ['once', 'a b c', 'a X c'],
  ['at the beginning', 'b c', 'X c'],
  ['at the end', 'a b', 'a X'],
])('what an edit looks for is replaced: %s', (_where, text, expected) => {
  expect(applyEdits('f.ts', text, [{ file: 'f.ts', find: 'b', replace: 'X' }])).toBe(expected);
});

test('edits of other files are left alone, and those of this one come one after the other', () => {
  const edits = [
    { file: 'f.ts', find: 'a', replace: 'b' },
    { file: 'g.ts', find: 'b', replace: 'X' },
    { file: 'f.ts', find: 'b', replace: 'c' },
  ];
  expect(applyEdits('f.ts', 'a', edits)).toBe('c');
});

test('signs that mean something to String.replace mean nothing here', () => {
  const edits = [{ file: 'f.ts', find: '$1.*', replace: '$& $1 $$' }];
  expect(applyEdits('f.ts', 'a $1.* b', edits)).toBe('a $& $1 $$ b');
});

test.each([
  ['nowhere', 'a', 0],
  ['twice', 'b b', 2],
])('an edit that fits %s is an error', (_where, text, places) => {
  const edits = [{ file: 'f.ts', find: 'b', replace: 'X' }];
  const message = `f.ts has ${places} places, not one, with the text:\nb`;
  expect(() => applyEdits('f.ts', text, edits)).toThrow(message);
});

function filesOf(bug: Bug): ReadonlySet<string> {
  return new Set(bug.edits.map(({ file }) => file));
}

function editsOf(bug: Bug, file: string): Bug['edits'] {
  return bug.edits.filter((edit) => edit.file === file);
}
