import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePlace, type Place } from './raft-loop.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  const { stdout, stderr, status } = spawnSync('git', [...identity, ...args], {
    cwd: place.folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

/** Commits `number` versions of the test; from `bad` on it fails with one seed in three. */
function history(number: number, bad: number): readonly string[] {
  git('init', '--quiet');
  return Array.from({ length: number }, (_, at) => {
    const test_ = at >= bad ? 'exit $((RAFT_LOOP_SEED % 3 == 0))' : 'exit 0';
    writeFileSync(join(place.folder, 'test.sh'), `# version ${at}\n${test_}\n`);
    git('add', '.');
    git('commit', '--quiet', '-m', `Version ${at}`);
    return git('rev-parse', 'HEAD');
  });
}

const leftovers = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('raft-loop-bisect-'));

test('the commit from which on a test flakes is found, and nothing is left', async () => {
  const before = leftovers();
  const hashes = history(10, 6);
  const args = ['bisect', hashes[0] ?? '', 'HEAD', '--rate', '1/3', '--', 'sh', 'test.sh'];
  const { code, stdout, stderr } = await place.loop(...args);
  expect([code, stderr.split('\n').at(-2)]).toEqual([0, expect.stringContaining('likeliest')]);
  expect(stdout).toMatch(new RegExp(`^It fails since ${hashes[6]?.slice(0, 12)}, after \\d+ runs`));
  expect(stdout).toMatch(new RegExp(`\\n {2}9\\d.*% {2}${hashes[6]} Version 6\\n`));
  expect(stderr).toMatch(/passed, 1 failed; likeliest /);
  expect(git('worktree', 'list').split('\n')).toHaveLength(1);
  expect(leftovers()).toEqual(before);
});

test('told to end, it leaves nothing either', async () => {
  const before = leftovers();
  const [first = ''] = history(3, 1);
  const wait = 'echo > "$RAFT_LOOP_DIR/../../began"; exec sleep 100';
  const script = wait.replace('$RAFT_LOOP_DIR/../../began', join(place.folder, 'began'));
  const args = ['bisect', first, 'HEAD', '--rate', '1/3', '--', 'sh', '-c', script];
  const { child, ended } = place.start(args);
  while (!readdirSync(place.folder).includes('began')) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill('SIGINT');
  expect((await ended).code).toBe(130);
  expect(git('worktree', 'list').split('\n')).toHaveLength(1);
  expect(leftovers()).toEqual(before);
});

test('what git does not know is wrong usage', async () => {
  history(2, 1);
  const args = ['bisect', 'nowhere', 'HEAD', '--rate', '1/3', '--', 'true'];
  expect(await place.loop(...args)).toMatchObject({
    code: 2,
    stderr: 'raft-loop: git knows no commit nowhere\nTry raft-loop --help.\n',
  });
});
