import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyPresses } from '../../src/cli/key-presses.ts';
import type { LoopControls } from '../../src/command/loop-options.ts';

let folder = '';
let done: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
  done = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A loop that runs what has these outputs, for two seconds by now. */
function controls(...outputs: readonly string[]): LoopControls {
  let paused = false;
  const active = outputs.map((output, at) => {
    const logPath = join(folder, `${at}.log`);
    writeFileSync(logPath, output);
    return { index: at + 1, startedAt: 1_000, logPath } as const;
  });
  return {
    supervisor: {
      active: () => active as unknown as ReturnType<LoopControls['supervisor']['active']>,
      now: () => 3_000,
      suspend: () => {},
      resume: () => {},
    },
    pause: () => {
      paused = true;
    },
    resume: () => {
      paused = false;
    },
    get paused() {
      return paused;
    },
    finish: (halt) => void done.push(`finish ${halt}`),
  };
}

function pressed(loop: LoopControls, keys: string): readonly string[] {
  const press = keyPresses(loop, {
    say: (text) => void done.push(text),
    raise: (signal) => void done.push(signal),
  });
  for (const key of keys) press(key);
  return done;
}

test('t tells what the running commands said last, harmless on a terminal', () => {
  expect(pressed(controls('one\n\u001b[31mtwo\n', ''), 't')).toEqual([
    'Run 1, for 2.0 s:\n    one\n    \\u{1b}[31mtwo\nRun 2, for 2.0 s:\n    (no output yet)\n',
  ]);
});

test('t between two runs says so', () => {
  expect(pressed(controls(), 't')).toEqual(['No run is at work.\n']);
});

test('p pauses and goes on, and says which', () => {
  const loop = controls();
  expect(pressed(loop, 'p')).toEqual(['Paused: no other run starts; p goes on.\n']);
  expect(loop.paused).toBe(true);
  expect(pressed(loop, 'p').at(-1)).toBe('Going on.\n');
  expect(loop.paused).toBe(false);
});

test('q ends with the runs that are at work, and again at once', () => {
  expect(pressed(controls(), 'qq').filter((each) => each.startsWith('finish'))).toEqual([
    ...['finish soon', 'finish now'],
  ]);
});

test.each([
  ['\u0003', 'SIGINT'],
  ['\u001a', 'SIGTSTP'],
  ['\u001c', 'SIGQUIT'],
])('%j is the signal that the terminal would make of it', (key, signal) => {
  expect(pressed(controls(), key)).toEqual([signal]);
});

test('other keys do nothing', () => {
  expect(pressed(controls('x'), 'xT\n \u001b[A')).toEqual([]);
});
