import type { EntryId } from '@raftlens/trace';
import type { Entry } from '../entry.ts';

const none: readonly EntryId[] = [];

/** Entries as a trace names them. */
export function entryIds(entries: readonly Entry[]): readonly EntryId[] {
  if (entries.length === 0) return none;
  return entries.map((entry) => ({ term: entry.term, hash: entry.hash }));
}
