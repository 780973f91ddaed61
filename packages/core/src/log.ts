import type { Entry } from './entry.ts';

/**
 * The log of Raft §5.3, 1-based. Entries up to `baseIndex` have been compacted away (Raft §7);
 * what is left of them is the term of the last. A log that was never compacted starts at base 0@0.
 */
export interface Log {
  baseIndex: number;
  baseTerm: number;
  readonly entries: Entry[];
}

/** A log with nothing in it, or the rest of a stored one. */
export function createLog(entries: readonly Entry[] = [], baseIndex = 0, baseTerm = 0): Log {
  return { baseIndex, baseTerm, entries: entries.slice() };
}

/** Index of the last entry, `baseIndex` when there is none. */
export function lastIndex(log: Log): number {
  return log.baseIndex + log.entries.length;
}

/** Term of the last entry, `baseTerm` when there is none. */
export function lastTerm(log: Log): number {
  const { entries } = log;
  // Looked at first, as engines are slow to find nothing at index -1.
  if (entries.length === 0) return log.baseTerm;
  return entries[entries.length - 1]?.term ?? log.baseTerm;
}

/** The entry at `index`; undefined when it is compacted away or beyond the end. */
export function entryAt(log: Log, index: number): Entry | undefined {
  return log.entries[index - log.baseIndex - 1];
}

/** The term at `index`; undefined when the log cannot tell (compacted away, or beyond the end). */
export function termAt(log: Log, index: number): number | undefined {
  return index === log.baseIndex ? log.baseTerm : entryAt(log, index)?.term;
}

/** A candidate's log is at least as up-to-date as this one (Raft §5.4.1). */
export function isUpToDate(
  log: Log,
  candidate: { readonly lastLogIndex: number; readonly lastLogTerm: number },
): boolean {
  const ownTerm = lastTerm(log);
  if (candidate.lastLogTerm !== ownTerm) return candidate.lastLogTerm > ownTerm;
  return candidate.lastLogIndex >= lastIndex(log);
}

/** Adds an entry and returns its index. */
export function append(log: Log, entry: Entry): number {
  log.entries.push(entry);
  return lastIndex(log);
}

/** Deletes the entry at `index` and all that follow it (Raft §5.3). */
export function truncateFrom(log: Log, index: number): void {
  log.entries.length = Math.max(0, index - log.baseIndex - 1);
}

/** Forgets the entries up to `index`, of which the last is of `term` (Raft §7). */
export function compactThrough(log: Log, index: number, term: number): void {
  log.entries.splice(0, index - log.baseIndex);
  log.baseIndex = index;
  log.baseTerm = term;
}

/** Forgets everything: a snapshot through `index` takes its place (Raft Figure 13). */
export function resetTo(log: Log, index: number, term: number): void {
  log.entries.length = 0;
  log.baseIndex = index;
  log.baseTerm = term;
}

/**
 * At most `limit` entries from `index` on; a copy, so that a message never changes after it was
 * made.
 */
export function slice(log: Log, index: number, limit: number): readonly Entry[] {
  const start = index - log.baseIndex - 1;
  return start >= log.entries.length ? [] : log.entries.slice(start, start + limit);
}
