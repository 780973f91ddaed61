import { expect, test } from 'vitest';
import { commandEnvironments, type RunIdentity } from '../../src/command/command-environment.ts';

const run: RunIdentity = {
  campaign: '12-34',
  index: 3,
  seed: 17,
  folder: '/logs/run-3',
  temporary: undefined,
  count: 4.5,
  item: undefined,
  port: undefined,
};

test("a command has its caller's environment, and knows its run", () => {
  const inherited = { HOME: '/home/me', RAFT_LOOP_SEED: '1' };
  expect(commandEnvironments(inherited)(run)).toEqual({
    HOME: '/home/me',
    GOFLAGS: '-count=1',
    RAFT_LOOP_INDEX: '3',
    RAFT_LOOP_SEED: '17',
    RAFT_LOOP_DIR: '/logs/run-3',
    RAFT_LOOP_RUN: '12-34.3',
    COUNT: '4.5',
    ACTUALCOUNT: '2',
  });
});

test('what it has for itself is told where it has it', () => {
  const more = { item: 'red', port: 20_016, temporary: '/logs/run-3/tmp' };
  expect(commandEnvironments({})({ ...run, ...more })).toMatchObject({
    ITEM: 'red',
    RAFT_LOOP_PORT: '20016',
    TMPDIR: '/logs/run-3/tmp',
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
  expect(commandEnvironments({ GOFLAGS: given })(run).GOFLAGS).toBe(flags);
});
