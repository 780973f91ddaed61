import { spawnSync } from 'node:child_process';

/** The commit that is checked out in a folder; undefined where there is none, or no git. */
export function commitOf(folder: string): string | undefined {
  const { status, stdout } = spawnSync('git', ['-C', folder, 'rev-parse', 'HEAD'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const words = status === 0 ? stdout.trim() : '';
  return /^[\da-f]{40,64}$/.test(words) ? words : undefined;
}
