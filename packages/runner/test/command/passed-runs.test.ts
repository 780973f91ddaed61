import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPassedRuns } from '../../src/command/passed-runs.ts';

const log = ['output.log'];
let loop = '';
beforeEach(() => {
  loop = mkdtempSync(join(tmpdir(), 'passed-'));
});
afterEach(() => rmSync(loop, { recursive: true, force: true }));

function made(index: number, text: string): string {
  const folder = join(loop, `run-${index}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'output.log'), text);
  return folder;
}

test('the last ones are kept, and the one that gives way is handed back', () => {
  const passed = createPassedRuns(loop, 2);
  expect(passed.take(made(1, 'a'), 1, log)).toBeUndefined();
  expect(passed.take(made(2, 'b'), 2, log)).toBeUndefined();
  expect(passed.take(made(3, 'c'), 3, log)).toBe(join(loop, 'passed-1'));
  expect(passed.folders()).toEqual([join(loop, 'passed-3'), join(loop, 'passed-2')]);
  rmSync(join(loop, 'passed-1'), { recursive: true });
  passed.clear();
  expect([passed.folders(), readdirSync(loop)]).toEqual([[], []]);
});

test('one that wrote nothing is handed back, and so is every one where none is wanted', () => {
  const silent = made(1, '');
  expect(createPassedRuns(loop, 2).take(silent, 1, log)).toBe(silent);
  const loud = made(2, 'x');
  expect(createPassedRuns(loop, 0).take(loud, 2, log)).toBe(loud);
});

test('what is only noted stays where it is', () => {
  const passed = createPassedRuns(loop, 1);
  const kept = made(1, 'a');
  passed.note(kept);
  passed.note(made(2, 'b'));
  expect(passed.folders()).toEqual([join(loop, 'run-2')]);
  passed.clear();
  expect(existsSync(kept)).toBe(true);
});
