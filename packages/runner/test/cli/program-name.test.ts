import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { programName } from '../../src/cli/program-name.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'raft-loop-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function touch(...parts: readonly string[]): string {
  const path = join(root, ...parts);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  return path;
}

function nameFrom(folder: string, path = ''): string {
  const cwd = join(root, folder);
  mkdirSync(cwd, { recursive: true });
  const script = touch('clone', 'packages', 'runner', 'bin', 'raft-loop.js');
  return programName('raft-loop', { cwd, path, script });
}

test('on the PATH it is its name', () => {
  const bin = dirname(touch('bin', 'raft-loop'));
  touch('clone', 'node_modules', '.bin', 'raft-loop');
  expect(nameFrom('clone', `/nowhere::${bin}`)).toBe('raft-loop');
});

test('what npm puts on the PATH for a while does not count', () => {
  const shims = dirname(touch('clone', 'node_modules', '.bin', 'raft-loop'));
  expect(nameFrom('clone', shims)).toBe('./node_modules/.bin/raft-loop');
});

test('below a workspace it is the shim of the nearest one', () => {
  touch('clone', 'node_modules', '.bin', 'raft-loop');
  expect(nameFrom('clone/packages/sim')).toBe('../../node_modules/.bin/raft-loop');
});

test('elsewhere it is the shim of the workspace of the script, the shorter way', () => {
  const shim = touch('clone', 'node_modules', '.bin', 'raft-loop');
  expect([nameFrom('my raft'), nameFrom('a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s')]).toEqual([
    '../clone/node_modules/.bin/raft-loop',
    shim,
  ]);
});

test('with no shim at all it goes by way of node', () => {
  const script = join(root, 'clone', 'packages', 'runner', 'bin', 'raft-loop.js');
  expect(nameFrom('elsewhere')).toBe(`node ${script}`);
});

test('a place with a space is quoted', () => {
  touch('my clone', 'node_modules', '.bin', 'raft-loop');
  const cwd = join(root, 'my raft');
  const script = join(root, 'my clone', 'raft-loop.js');
  expect(programName('raft-loop', { cwd, path: '', script })).toBe(
    "'../my clone/node_modules/.bin/raft-loop'",
  );
});
