import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Git did not do what it was asked; the message is its own. */
export class GitProblem extends Error {}

/** A second work tree of a repository, for one commit after the other. */
export interface Worktree {
  /** Where in it commands are run: as deep as where the search was started. */
  readonly place: string;
  /** A folder beside it that goes with it. */
  readonly beside: string;
  checkOut(commit: string): void;
  /** Leaves nothing; also done when the process ends. */
  remove(): void;
}

/** A commit. */
export interface Commit {
  readonly hash: string;
  readonly subject: string;
}

/**
 * The commits after `good` up to `bad`, along first parents, the oldest first: what a merge brought
 * counts as one change. Throws where git knows no such commits.
 */
export function commitsBetween(good: string, bad: string): readonly Commit[] {
  const [from, to] = [good, bad].map((name) =>
    git(
      ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`],
      `git knows no commit ${name}`,
    ),
  );
  const ancestor = spawnSync('git', ['merge-base', '--is-ancestor', from ?? '', to ?? '']);
  if (ancestor.status !== 0) throw new GitProblem(`${good} does not come before ${bad}`);
  const lines = git(['log', '--first-parent', '--reverse', '--format=%H %s', `${from}..${to}`]);
  const commits = lines.split('\n').flatMap((line) => {
    const [, hash, subject = ''] = /^([\da-f]{40,64}) ?(.*)$/.exec(line) ?? [];
    return hash === undefined ? [] : [{ hash, subject }];
  });
  if (commits.length === 0) throw new GitProblem(`there is no commit between ${good} and ${bad}`);
  return commits;
}

/** Makes a work tree in a temporary folder, with nothing checked out yet. */
export function makeWorktree(commit: string): Worktree {
  const prefix = git(['rev-parse', '--show-prefix']);
  const home = mkdtempSync(join(tmpdir(), 'raft-loop-bisect-'));
  const tree = join(home, 'tree');
  const remove = (): void => {
    process.removeListener('exit', remove);
    if (!existsSync(home)) return;
    spawnSync('git', ['worktree', 'remove', '--force', tree], { stdio: 'ignore' });
    rmSync(home, { recursive: true, force: true });
    spawnSync('git', ['worktree', 'prune'], { stdio: 'ignore' });
  };
  process.on('exit', remove);
  try {
    git(['worktree', 'add', '--quiet', '--detach', tree, commit]);
  } catch (error) {
    remove();
    throw error;
  }
  return {
    place: join(tree, prefix),
    beside: home,
    checkOut: (hash) => void git(['-C', tree, 'checkout', '--quiet', '--force', '--detach', hash]),
    remove,
  };
}

function git(args: readonly string[], problem?: string): string {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
  if (error !== undefined) throw new GitProblem(`git cannot be run: ${error.message}`);
  if (status !== 0) throw new GitProblem(problem ?? `git ${args[0]}: ${stderr.trim()}`);
  return stdout.trim();
}
