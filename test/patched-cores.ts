import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import type { TestProject } from 'vitest/node';

/**
 * Makes the cores with bugs in them, where they are not up to date: once before all tests, because
 * two files that made them at one time would remove each other's. Watching, again before each run.
 */
export function setup(project: TestProject): void {
  makePatchedCores();
  project.onTestsRerun(makePatchedCores);
}

function makePatchedCores(): void {
  const build = join(import.meta.dirname, '..', 'tools', 'build', 'build-bugs.ts');
  execFileSync(process.execPath, [build]);
}
