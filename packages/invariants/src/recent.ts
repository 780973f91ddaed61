/** What was seen lately, by id. */
export interface Recent<Value> {
  get(id: string): Value | undefined;
  set(id: string, value: Value): void;
  delete(id: string): void;
}

/**
 * Remembers at least the last `kept` values, and at most twice as many: the older half is forgotten
 * at once, as a map that loses its oldest entry each time has to pass over all that it lost before.
 */
export function createRecent<Value>(kept: number): Recent<Value> {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  return {
    get: (id) => young.get(id) ?? old.get(id),
    set(id, value) {
      young.set(id, value);
      if (young.size < kept) return;
      old = young;
      young = new Map();
    },
    delete(id) {
      young.delete(id);
      old.delete(id);
    },
  };
}
