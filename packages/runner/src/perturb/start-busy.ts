import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { campaignName } from '../command/campaign-name.ts';
import { killGroup } from '../command/kill-group.ts';

/**
 * Starts programs that do nothing but take processor time, and gives what ends them. They carry the
 * name of this process, so that whoever ends what it left behind finds them too.
 */
export function startBusy(perProcessor: number): () => void {
  const count = perProcessor * availableParallelism();
  const env = { ...process.env, RAFT_LOOP_RUN: `${campaignName()}.0` };
  const children = Array.from({ length: count }, () =>
    spawn('/bin/sh', ['-c', 'while :; do :; done'], { stdio: 'ignore', detached: true, env }),
  );
  const end = (): void => {
    for (const { pid } of children) killGroup(pid, 'SIGKILL');
    process.removeListener('exit', end);
  };
  process.on('exit', end);
  // Without them the setting is only another "as it is".
  for (const child of children) child.on('error', () => {});
  return end;
}
