import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { processTable } from './process-table.ts';

/** Who works in a folder: a process, and when that began, as ids are used again. */
interface Holder {
  readonly pid: number;
  readonly start: string;
}

/** Keeps a folder for this process; gives the process that has it already, or the release. */
export function lockFolder(
  folder: string,
): { readonly release: () => void } | { readonly heldBy: number } {
  const path = join(folder, 'lock');
  for (;;) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, `${process.pid} ${processTable.startOf(process.pid) ?? ''}\n`);
      closeSync(file);
      return { release: () => rmSync(path, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(path);
    if (holder !== undefined && lives(holder)) return { heldBy: holder.pid };
    rmSync(path, { force: true });
  }
}

function readHolder(path: string): Holder | undefined {
  try {
    const [pid = '', start = ''] = readFileSync(path, 'utf8').trim().split(' ');
    return /^\d+$/.test(pid) ? { pid: Number(pid), start } : undefined;
  } catch {
    return undefined;
  }
}

function lives({ pid, start }: Holder): boolean {
  const now = processTable.startOf(pid);
  if (now !== undefined) return now === start && processTable.isAlive(pid);
  if (process.platform === 'linux') return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
