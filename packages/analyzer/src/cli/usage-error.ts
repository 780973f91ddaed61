import process from 'node:process';
import { exitCode } from './exit-code.ts';

/** Says on standard error what is wrong with the command line, and gives the exit code for it. */
export function usageError(message: string): number {
  process.stderr.write(`raft-analyze: ${message}\nTry raft-analyze --help.\n`);
  return exitCode.usage;
}
