import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { programPath, root } from '../bootstrap/root.mjs';

/** A program of the workspace by its name, any other by its path or as the PATH finds it. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  /** Exit codes that mean that the work was done. */
  readonly codes?: readonly number[];
}

/** Runs a program to its end without its output. Throws when it did not do its work. */
export function runQuietly({ command, args, codes = [0] }: Program): void {
  const { status, error, stderr } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (error !== undefined) throw error;
  if (status === null || !codes.includes(status)) {
    throw new Error(`${command} ${args.join(' ')}: exit code ${status}: ${stderr.trim()}`);
  }
}

/** The workspace's own Node, which all our programs run on. */
export const nodePath: string = programPath('node');

/** The judge's command, and the hunter's. */
export const analyzePath: string = programPath('raft-analyze');
export const loopPath: string = programPath('raft-loop');

/** Where benches keep their inputs from one run to the next. */
export const inputFolder: string = join(root, '.cache', 'bench');
