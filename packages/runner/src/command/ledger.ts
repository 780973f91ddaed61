import {
  closeSync,
  createReadStream,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Shard } from '../shard/shard.ts';
import { decodeRecord, type RunRecord } from './run-record.ts';

/** Name and version of the file that {@link openLedger} makes. */
export const ledgerSchema = 'raft-loop-runs/1';

/** The first line of `runs.jsonl`: what is looped. */
export interface LedgerHeader {
  readonly schema: typeof ledgerSchema;
  readonly command: readonly string[];
  /** The options that it was started with. */
  readonly options: readonly string[];
  /** As in the records. */
  readonly argv: string;
  /** When, ms since the epoch. */
  readonly start: number;
  readonly cwd: string;
  /** The commit that was checked out, if there was one. */
  readonly commit?: string | undefined;
  /** Runs of all shards together; null for no end. */
  readonly num?: number | null | undefined;
  /** Of run 1. */
  readonly seed?: number | undefined;
  /** Which of its runs are here, if not all are to be. */
  readonly shard?: Shard | undefined;
}

/** The file of all runs of a loop. */
export interface Ledger {
  /** Writes a record before it returns: whatever happens then, the run counts as made. */
  append(record: RunRecord): void;
  close(): void;
}

/** Where the ledger is in the folder of a loop. */
export function ledgerPath(folder: string): string {
  return join(folder, 'runs.jsonl');
}

/** Opens the ledger in a folder to add to it; a last line that was not finished is taken away. */
export function openLedger(folder: string, header: LedgerHeader): Ledger {
  const path = ledgerPath(folder);
  const fresh = !existsSync(path);
  let file = openSync(path, 'a+');
  const write = (value: unknown): void => {
    const bytes = Buffer.from(`${JSON.stringify(value)}\n`);
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
  };
  if (fresh || cutTornLine(file) === 0) write(header);
  return {
    append(record) {
      write(record);
      if (fstatSync(file).nlink > 0) return;
      // A run has removed it, perhaps with the folder. It is there as long as it is open.
      const removed = file;
      mkdirSync(folder, { recursive: true });
      file = openSync(path, 'a+');
      copyAll(removed, file);
      closeSync(removed);
    },
    close: () => closeSync(file),
  };
}

function copyAll(from: number, to: number): void {
  const bytes = Buffer.alloc(64 * 1024);
  for (let at = 0; ; ) {
    const read = readSync(from, bytes, 0, bytes.length, at);
    if (read === 0) return;
    for (let done = 0; done < read; ) done += writeSync(to, bytes, done, read - done);
    at += read;
  }
}

/** What stands in a ledger, line by line. */
export type LedgerLine =
  | { readonly kind: 'header'; readonly header: LedgerHeader }
  | { readonly kind: 'record'; readonly record: RunRecord }
  /** A line that is neither, by its number. */
  | { readonly kind: 'broken'; readonly line: number };

/** Reads a ledger of any length. A broken line is told, and hides none of the others. */
export async function* readLedger(folder: string): AsyncGenerator<LedgerLine> {
  const input = createReadStream(ledgerPath(folder), 'utf8');
  let number = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (text === '') continue;
    const header = number === 1 ? decodeHeader(text) : undefined;
    const record = header === undefined ? decodeRecord(text) : undefined;
    if (header !== undefined) yield { kind: 'header', header };
    else if (record !== undefined) yield { kind: 'record', record };
    else yield { kind: 'broken', line: number };
  }
}

/** The runs of a ledger alone. */
export async function* recordsOf(folder: string): AsyncGenerator<RunRecord> {
  for await (const line of readLedger(folder)) if (line.kind === 'record') yield line.record;
}

function decodeHeader(line: string): LedgerHeader | undefined {
  try {
    const value = JSON.parse(line) as Partial<LedgerHeader> | null;
    return value?.schema === ledgerSchema && areWords(value.command) && areWords(value.options)
      ? (value as LedgerHeader)
      : undefined;
  } catch {
    return undefined;
  }
}

function areWords(value: unknown): boolean {
  return Array.isArray(value) && value.every((word) => typeof word === 'string');
}

/** Takes away what stands after the last line end, and gives the length that is left. */
function cutTornLine(file: number): number {
  const { size } = fstatSync(file);
  const bytes = Buffer.alloc(64 * 1024);
  for (let end = size; end > 0; ) {
    const start = Math.max(0, end - bytes.length);
    const read = readSync(file, bytes, 0, end - start, start);
    const at = bytes.lastIndexOf('\n', read - 1);
    if (at >= 0) {
      if (start + at + 1 < size) ftruncateSync(file, start + at + 1);
      return start + at + 1;
    }
    end = start;
  }
  if (size > 0) ftruncateSync(file, 0);
  return 0;
}
