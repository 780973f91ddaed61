import type { Effects, EndedRead, Entry } from '@raftlens/core';

/** An entry on its way to the state machine. */
export interface Committed {
  readonly index: number;
  readonly entry: Entry;
}

/**
 * What lies between the core, which hands over what is committed at once, and an applier, which
 * takes its time.
 */
export interface HandOver {
  /** The next entry for the applier, in order. */
  next(): Committed | undefined;
  /** The applier is done with an entry. */
  applied(committed: Committed): void;
  /**
   * The core's effects, with what was applied since the last ones in place of what was committed.
   */
  exchange(effects: Effects): Effects;
}

interface HeldRead {
  readonly read: EndedRead;
  /** It is answered once this is applied. */
  readonly index: number;
}

/** Nothing is on its way. */
export function createHandOver(): HandOver {
  const ready: Committed[] = [];
  let done: Committed[] = [];
  let reads: HeldRead[] = [];
  let committedIndex = 0;
  let appliedIndex = 0;
  return {
    next: () => ready.shift(),
    applied(committed) {
      done.push(committed);
    },
    exchange(effects) {
      const { committed, committedFrom, restored } = effects;
      for (const [offset, entry] of committed.entries()) {
        ready.push({ index: committedFrom + offset, entry });
      }
      committedIndex = Math.max(committedIndex, committedFrom + committed.length - 1);
      for (const read of effects.reads) reads.push({ read, index: committedIndex });
      // A snapshot overtakes the entries that are in it.
      appliedIndex = Math.max(appliedIndex, restored?.index ?? 0);
      const from = appliedIndex + 1;
      const fresh = done.filter(({ index }) => index >= from);
      done = [];
      appliedIndex += fresh.length;
      const answered = reads.filter(({ index }) => index <= appliedIndex);
      if (answered.length > 0) reads = reads.filter(({ index }) => index > appliedIndex);
      return {
        ...effects,
        committed: fresh.map(({ entry }) => entry),
        committedFrom: fresh[0]?.index ?? committedFrom,
        reads: answered.map(({ read }) => read),
      };
    },
  };
}
