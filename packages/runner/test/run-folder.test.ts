import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeRunFolder } from '../src/run-folder.ts';

let parent = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'raft-loop-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

test('folders are numbered from one, in a parent that is made', () => {
  const inside = join(parent, 'a', 'b');
  expect([makeRunFolder(inside), makeRunFolder(inside)]).toEqual([
    join(inside, '0001'),
    join(inside, '0002'),
  ]);
});

test('numbers go on after the highest, past gaps, other names and four digits', () => {
  mkdirSync(join(parent, '0003'));
  mkdirSync(join(parent, '9999'));
  mkdirSync(join(parent, '2A-seed-12345678'));
  writeFileSync(join(parent, 'notes.txt'), '');
  expect(makeRunFolder(parent)).toBe(join(parent, '10000'));
});

test('a parent that is a file is an error that names it', () => {
  const file = join(parent, 'file');
  writeFileSync(file, '');
  expect(() => makeRunFolder(file)).toThrow(`EEXIST: file already exists, mkdir '${file}'`);
  expect(readdirSync(parent)).toEqual(['file']);
});
