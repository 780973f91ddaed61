import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const cli = join(root, 'packages', 'runner', 'src', 'cli.ts');
const press = join(import.meta.dirname, 'terminal', 'press.py');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raftlens-terminal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Step = readonly [pattern: string, keys: string];

/** Runs `raft-loop` on a terminal and presses keys; gives all that it said, and how it ended. */
function onTerminal(steps: readonly Step[], args: readonly string[], columns = 80): string {
  const program = [process.execPath, '--conditions=raftlens-source', cli, ...args];
  const { stdout, stderr } = spawnSync(
    'python3',
    [press, String(columns), JSON.stringify(steps), ...program],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, TERM: 'xterm' }, timeout: 60_000 },
  );
  expect(stderr).toBe('');
  return stdout;
}

/** A zombie that nobody has asked for is not. */
function isAlive(pid: string): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** Says that it is there, and waits for a file that does not come. */
const waiting = ['--', 'sh', '-c', 'echo here is run $RAFT_LOOP_INDEX; sleep 60'];
const quick = ['--', 'sh', '-c', 'sleep 0.05'];

test('t shows what the run said, and q twice ends at once', () => {
  const said = onTerminal(
    [
      ['1 active, run 1', 't'],
      ['here is run 1', 'q'],
      ['q ends now', 'q'],
    ],
    ['--num', '5', ...waiting],
  );
  expect(said).toMatch(/Run 1, for \d+\.\d s:\r\n {4}here is run 1\r\n/);
  expect(said).toContain('Ending at once.');
  expect(said).toMatch(/steps left 0$/m);
});

test('p pauses, and the line says so; p goes on to the end', () => {
  const said = onTerminal(
    [
      ['[1-9]\\d*/40 runs', 'p'],
      ['paused, ', 'p'],
    ],
    ['--num', '40', ...quick],
  );
  expect(said).toContain('Going on.');
  expect(said).toContain('40 runs of sh -c ');
  expect(said).toMatch(/exit 0, steps left 0$/m);
});

test('q ends after the run that is at work, and what was made counts', () => {
  const said = onTerminal([['[1-9]\\d*/1000 runs', 'q']], ['--num', '1000', ...quick]);
  expect(said).toMatch(/[1-9]\d{0,2} runs? of sh -c 'sleep 0\.05', 0 failures/);
  expect(said).toContain('Stopped: by hand');
  // 124: it ended before all of the runs that were asked for.
  expect(said).toMatch(/exit 124, steps left 0$/m);
});

test('Ctrl-C ends it, and twice kills what heeds nothing', () => {
  const stubborn = ['sh', '-c', 'trap "" INT TERM; echo $$ > pid; while :; do sleep 0.1; done'];
  const said = onTerminal(
    [
      ['1 active, run 1', '\u0003'],
      ['run 1', '\u0003'],
    ],
    ['--num', '3', '--', ...stubborn],
  );
  expect(said).toMatch(/exit (130|-2), steps left 0$/m);
  expect(isAlive(readFileSync(join(folder, 'pid'), 'utf8').trim())).toBe(false);
});

test.each([40, 80, 120])('at %i columns the line never wraps', (columns) => {
  const said = onTerminal([], ['--num', '30', '-p', '2', ...quick], columns);
  const lines = stripVTControlCharacters(said).split(/[\r\n]+/);
  const drawn = lines.filter((line) => /\d+\/30 runs/.test(line));
  expect(drawn.length).toBeGreaterThan(1);
  for (const line of drawn) expect(line.length).toBeLessThan(columns);
});
