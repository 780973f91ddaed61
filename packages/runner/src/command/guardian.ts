import { spawn } from 'node:child_process';
import process from 'node:process';
import type { Writable } from 'node:stream';

/**
 * Waits for the end of its input. A word before that means that all is well; an end without one
 * that the loop was killed, and then all goes that carries its name.
 */
const script = `
trap '' HUP INT TERM QUIT
read -r word && exit 0
for round in 1 2 3 4 5 6 7 8; do
  files=$(grep -lsF "RAFT_LOOP_RUN=$1." /proc/[0-9]*/environ 2>/dev/null)
  [ -n "$files" ] || exit 0
  for file in $files; do
    pid=\${file#/proc/}
    kill -KILL "\${pid%/environ}" 2>/dev/null
  done
done`;

/**
 * Starts a small shell that outlives this process by a moment: should this process be killed so
 * that it cannot clean up, the shell ends its runs. Gives what to call when all is over.
 */
export function startGuardian(campaign: string): () => void {
  if (process.platform !== 'linux') return () => {};
  const guardian = spawn('/bin/sh', ['-c', script, 'raft-loop-guardian', campaign], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
    env: { PATH: process.env.PATH },
  });
  // Without a shell there is no guardian, and the loop does its work as well.
  guardian.on('error', () => {});
  // There is no pipe to it either where there was no descriptor left to start it with.
  const input: Writable | undefined = guardian.stdin;
  input?.on('error', () => {});
  guardian.unref();
  return () => void input?.end('over\n');
}
