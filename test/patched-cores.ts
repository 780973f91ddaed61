import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

/** Makes the cores with bugs in them, where they are not up to date. */
export function makePatchedCores(): void {
  const build = join(import.meta.dirname, '..', 'tools', 'build', 'build-bugs.ts');
  execFileSync(process.execPath, [build]);
}
