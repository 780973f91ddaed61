import process from 'node:process';
import { processTable } from './process-table.ts';

/**
 * Tells this process from every other that runs or ran on this machine: its id, and when it began.
 * Runs carry it, so that whoever finds one can tell whether the process that started it still
 * lives.
 */
export function campaignName(): string {
  return `${process.pid}-${processTable.startOf(process.pid) ?? Date.now()}`;
}

/**
 * Whether the process that gave itself this name still runs; undefined where that is no such name.
 */
export function campaignLives(name: string): boolean | undefined {
  const [, pid, start] = /^(\d+)-(\d+)$/.exec(name) ?? [];
  if (pid === undefined) return undefined;
  return processTable.startOf(Number(pid)) === start && processTable.isAlive(Number(pid));
}
