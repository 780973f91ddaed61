import process from 'node:process';
import { escapeText } from '@raftlens/trace';
import { exitCode } from './exit-code.ts';

/** Says on standard error what is wrong with a format, a line each; gives the exit code. */
export function definitionProblems(problems: readonly string[]): number {
  for (const problem of problems) process.stderr.write(`raft-analyze: ${escapeText(problem)}\n`);
  return exitCode.usage;
}
