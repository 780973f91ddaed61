import process from 'node:process';
import { escapeText } from '@raftlens/trace/escape-text';
import { findOrphans } from '../command/find-orphans.ts';
import { exitCode } from './exit-code.ts';
import type { LoopFlags } from './loop-flags.ts';

/** Ends what loops that were killed left running, and names it. */
export async function prune({ json }: LoopFlags): Promise<number> {
  if (process.platform !== 'linux') {
    process.stderr.write('raft-loop: prune needs /proc, which this system does not have\n');
    return exitCode.nothingRan;
  }
  const orphans = findOrphans();
  for (const { pid } of orphans) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It went by itself.
    }
  }
  const text = json
    ? `${JSON.stringify({ ended: orphans }, undefined, 2)}\n`
    : orphans.length === 0
      ? 'No loop has left anything running.\n'
      : orphans.map(({ pid, argv }) => `ended ${pid}: ${escapeText(argv, 100)}\n`).join('');
  process.stdout.write(text);
  return exitCode.passed;
}
