import type { EntryId } from '@raftlens/trace';

/** An entry as one server holds it. */
export type StoredEntry = EntryId;

/** What each server of a cluster holds at each index that not all of them have committed. */
export interface LogTable {
  append(node: string, firstIndex: number, entries: readonly EntryId[]): void;
  truncate(node: string, fromIndex: number): void;
  /** What all servers have committed is forgotten. */
  commit(node: string, index: number): void;
  entryOf(node: string, index: number): StoredEntry | undefined;
  entriesAt(index: number): Iterable<readonly [node: string, entry: StoredEntry]>;
  lastIndexOf(node: string): number;
}

/** So many indexes are kept where a server never says what it committed. */
const indexesKept = 50_000;

/** An empty table. */
export function createLogTable(): LogTable {
  const columns = new Map<number, Map<string, StoredEntry>>();
  const last = new Map<string, number>();
  const committed = new Map<string, number>();
  let low = 1;

  const forgetBelow = (index: number): void => {
    for (; low < index; low += 1) columns.delete(low);
  };

  return {
    append(node, firstIndex, entries) {
      for (const [at, entry] of entries.entries()) {
        const index = firstIndex + at;
        if (index < low) continue;
        const column = columns.get(index) ?? new Map<string, StoredEntry>();
        columns.set(index, column);
        column.set(node, entry);
      }
      last.set(node, Math.max(firstIndex + entries.length - 1, 0));
      if (columns.size > indexesKept) forgetOldest(columns, indexesKept);
    },
    truncate(node, fromIndex) {
      const end = last.get(node) ?? 0;
      for (let index = Math.max(low, fromIndex); index <= end; index += 1) {
        columns.get(index)?.delete(node);
      }
      last.set(node, Math.max(0, fromIndex - 1));
    },
    commit(node, index) {
      committed.set(node, index);
      const all = [...last.keys()].map((each) => committed.get(each) ?? 0);
      const lowest = Math.min(...all);
      // Beyond what anybody holds there is nothing to forget, whatever a line claims.
      if (Number.isFinite(lowest)) forgetBelow(Math.min(lowest, Math.max(...last.values())) + 1);
    },
    entryOf: (node, index) => columns.get(index)?.get(node),
    entriesAt: (index) => columns.get(index) ?? [],
    lastIndexOf: (node) => last.get(node) ?? 0,
  };
}

function forgetOldest(columns: Map<number, unknown>, kept: number): void {
  for (const index of columns.keys()) {
    if (columns.size <= kept) return;
    columns.delete(index);
  }
}
