/** Records by log index, pruned from below: those are kept that can still be contradicted. */
export interface IndexWindow<Record> {
  get(index: number): Record | undefined;
  set(index: number, record: Record): void;
  /** Forgets everything up to and including `index`. */
  pruneThrough(index: number): void;
  /** True once records were dropped only because there were too many. */
  readonly overflowed: boolean;
}

/** Makes a window that holds at most `capacity` records; beyond that the lowest go. */
export function createIndexWindow<Record>(capacity: number = 100_000): IndexWindow<Record> {
  const records = new Map<number, Record>();
  let pruned = 0;
  /**
   * Indexes in the order in which they came, from the first that had to go on: a map that loses its
   * oldest entry each time passes over all that it lost before.
   */
  let order: number[] | undefined;
  let next = 0;

  const dropOldest = (): void => {
    order ??= [...records.keys()];
    while (next < order.length) {
      const oldest = order[next] ?? 0;
      next += 1;
      // What was pruned is gone already, and never comes back.
      if (records.delete(oldest)) break;
    }
    if (next * 2 < order.length || next < 1024) return;
    order = order.slice(next);
    next = 0;
  };

  const window = {
    overflowed: false,
    get: (index: number): Record | undefined => records.get(index),
    set(index: number, record: Record): void {
      if (index <= pruned) return;
      const before = records.size;
      records.set(index, record);
      if (records.size > before) order?.push(index);
      if (records.size <= capacity) return;
      // Insertion order is nearly index order: the oldest record is low.
      dropOldest();
      window.overflowed = true;
    },
    pruneThrough(index: number): void {
      if (index - pruned > records.size) {
        for (const key of records.keys()) if (key <= index) records.delete(key);
      } else {
        for (let key = pruned + 1; key <= index; key += 1) records.delete(key);
      }
      pruned = Math.max(pruned, index);
    },
  };
  return window;
}
