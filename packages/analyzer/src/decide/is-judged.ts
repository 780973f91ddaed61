import type { FileReport } from '../input/file-report.ts';

/** Whether the rules are about the lines of a file: its format is known, and of Raft. */
export function isJudged({ format, notRaft }: FileReport): boolean {
  return format !== 'unknown' && notRaft === undefined;
}
