import { spawnSync } from 'node:child_process';
import process from 'node:process';
import type { CommandLoopReport } from '../loop.ts';

/** Runs a shell line when all is told, with what the loop came to in its environment. */
export function runPostHook(line: string | undefined, report: CommandLoopReport): void {
  if (line === undefined) return;
  const { runs, failed, elapsedMs, folder, command } = report;
  spawnSync('/bin/sh', ['-c', line], {
    stdio: ['ignore', 2, 2],
    env: {
      ...process.env,
      RAFT_LOOP_RUNS: String(runs),
      RAFT_LOOP_PASSED: String(command?.passed ?? 0),
      RAFT_LOOP_FAILED: String(failed),
      RAFT_LOOP_VERDICT: command?.verdict ?? 'UNKNOWN',
      RAFT_LOOP_ELAPSED_MS: String(elapsedMs),
      RAFT_LOOP_DIR: folder ?? '',
    },
  });
}
