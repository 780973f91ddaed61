import { copyFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { brokenRule } from '../../src/analyze-run.ts';
import { inspectRun } from '../../src/command/inspect-run.ts';
import type { Judgement } from '../../src/command/verdict-rules.ts';

const notes = join(import.meta.dirname, '..', '..', '..', '..', 'traces', 'lab-notes');
const passed: Judgement = { verdict: 'PASS', why: 'passed' };
const failed: Judgement = { verdict: 'FAIL', why: 'exit code 1' };
const unknown: Judgement = { verdict: 'UNKNOWN', why: 'exit code 125' };

let folder = '';
let log = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raft-loop-'));
  log = join(folder, 'output.log');
  copyFileSync(join(notes, 'two-leaders.log'), log);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a failing run has the rule that its log breaks', async () => {
  expect(await inspectRun({ brokenRule }, log, failed)).toEqual({
    ...{ judgement: failed, rule: 'election-safety' },
  });
});

test('a passing run that breaks a rule fails where it is looked at, and only there', async () => {
  expect(await inspectRun({ brokenRule }, log, passed)).toEqual({
    ...{ judgement: passed, rule: undefined },
  });
  expect(await inspectRun({ brokenRule, inspectPasses: true }, log, passed)).toEqual({
    judgement: {
      verdict: 'FAIL',
      why: 'silent violation: it passed, and its log breaks election-safety',
    },
    rule: 'election-safety',
  });
  const open = await inspectRun({ brokenRule, inspectPasses: true }, log, unknown);
  expect(open).toEqual({ judgement: unknown, rule: undefined });
});

test('a log that breaks nothing accuses nobody', async () => {
  writeFileSync(log, 'PASS\nok raft 1.2s\n');
  const clean = await inspectRun({ brokenRule, inspectPasses: true }, log, passed);
  expect(clean).toEqual({ judgement: passed, rule: undefined });
});

test('of a flood nobody asks', async () => {
  truncateSync(log, 17 * 1024 * 1024);
  const never = async (): Promise<string> => 'never asked';
  expect(await inspectRun({ brokenRule: never }, log, failed)).toEqual({
    ...{ judgement: failed, rule: undefined },
  });
  rmSync(log);
  expect((await inspectRun({ brokenRule: never }, log, failed)).rule).toBeUndefined();
});
