/**
 * A set of 64-bit hashes, two words each, in open addressing: 8 bytes a slot, at most two slots of
 * three in use. Two states whose hashes are equal count as one; among a hundred million states that
 * happens with a chance of 1 in 3,700.
 */
export interface VisitedSet {
  readonly size: number;
  /** False when it is in there already. */
  add(low: number, high: number): boolean;
}

/** A set that begins small and doubles. */
export function createVisitedSet(): VisitedSet {
  let mask = (1 << 16) - 1;
  let words = new Uint32Array(2 * (mask + 1));
  let size = 0;

  function place(low: number, high: number): boolean {
    let slot = low & mask;
    for (;;) {
      const heldLow = words[2 * slot];
      const heldHigh = words[2 * slot + 1];
      if (heldLow === low && heldHigh === high) return false;
      if (heldLow === 0 && heldHigh === 0) break;
      slot = (slot + 1) & mask;
    }
    words[2 * slot] = low;
    words[2 * slot + 1] = high;
    return true;
  }

  function grow(): void {
    const before = words;
    mask = 2 * mask + 1;
    words = new Uint32Array(2 * (mask + 1));
    for (let at = 0; at < before.length; at += 2) {
      const low = before[at] ?? 0;
      const high = before[at + 1] ?? 0;
      if (low !== 0 || high !== 0) place(low, high);
    }
  }

  return {
    get size(): number {
      return size;
    },
    add(low, high) {
      // The empty slot is 0, so 0 itself goes by another name.
      if (!place(low >>> 0, low === 0 && high === 0 ? 1 : high >>> 0)) return false;
      size += 1;
      if (3 * size > 2 * mask) grow();
      return true;
    },
  };
}
