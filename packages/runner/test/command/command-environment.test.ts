import { expect, test } from 'vitest';
import { commandEnvironment } from '../../src/command/command-environment.ts';

const run = { index: 3, seed: 17, folder: '/logs/run-3' };

test("a command has its caller's environment, and knows its run", () => {
  expect(commandEnvironment({ HOME: '/home/me', RAFT_LOOP_SEED: '1' }, run)).toEqual({
    HOME: '/home/me',
    GOFLAGS: '-count=1',
    RAFT_LOOP_INDEX: '3',
    RAFT_LOOP_SEED: '17',
    RAFT_LOOP_DIR: '/logs/run-3',
  });
});

test.each([
  [undefined, '-count=1'],
  ['', '-count=1'],
  ['-race', '-race -count=1'],
  ['-count=5', '-count=5'],
  ['-race --count=5', '-race --count=5'],
  ['-mod=mod -discount=5', '-mod=mod -discount=5 -count=1'],
])('Go flags %j become %j, so that no result is kept', (given, flags) => {
  expect(commandEnvironment({ GOFLAGS: given }, run).GOFLAGS).toBe(flags);
});
