import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { countsAs } from './counts-as.ts';
import { type LedgerHeader, ledgerPath, readLedger } from './ledger.ts';
import { createRunIndices, type RunIndices } from './run-indices.ts';
import type { RunRecord } from './run-record.ts';

/** What is known of a loop that was made before. */
export interface EarlierRuns {
  readonly header: LedgerHeader;
  readonly done: RunIndices;
  /** Runs that failed, in the order of their index. */
  readonly failed: readonly number[];
  /** Lines that could not be read, by their number; at most some. */
  readonly broken: readonly number[];
}

/** The folders of all loops in `parent`, in the order in which they were started. */
export function allLoops(parent: string): readonly string[] {
  const names = existsSync(parent) ? readdirSync(parent) : [];
  return names
    .filter((each) => /^\d+$/.test(each) && existsSync(ledgerPath(join(parent, each))))
    .sort((a, b) => Number(a) - Number(b))
    .map((name) => join(parent, name));
}

/** The folder of the loop that was started last in `parent`, if there is one. */
export function lastLoop(parent: string): string | undefined {
  return allLoops(parent).at(-1);
}

/** The loop that is meant by `folder`: that folder itself, or the loop started last in it. */
export function loopIn(folder: string): string | undefined {
  return existsSync(ledgerPath(folder)) ? folder : lastLoop(folder);
}

const brokenKept = 10;

/** Reads the ledger of a loop; each record is handed on, as they may be many. */
export async function readEarlier(
  folder: string,
  onRecord: (record: RunRecord) => void,
): Promise<EarlierRuns | undefined> {
  let header: LedgerHeader | undefined;
  const done = createRunIndices();
  const failed: number[] = [];
  const broken: number[] = [];
  for await (const line of readLedger(folder)) {
    if (line.kind === 'header') header = line.header;
    else if (line.kind === 'record') {
      // The first line of a run is the one that counted when it was written.
      if (done.has(line.record.index)) continue;
      done.add(line.record.index);
      if (countsAs(line.record.verdict) === 'fail') failed.push(line.record.index);
      onRecord(line.record);
    } else if (broken.length < brokenKept) broken.push(line.line);
  }
  failed.sort((a, b) => a - b);
  return header === undefined ? undefined : { header, done, failed, broken };
}
