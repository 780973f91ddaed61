import type { TraceEvent } from '@raftlens/trace';

/**
 * What the order of the lines says of the order in which they were written: all, or only for those
 * of one server, as those of others are mixed with them, or nothing.
 */
export type OrderOfLines = 'kept' | 'per-server' | 'lost';

/** Watches whether the lines of a file stand in the order in which they were written. */
export interface LineOrder {
  /** A line that told something, its text where that is known, and the last of its events. */
  see(text: string | undefined, event: TraceEvent): void;
  /** Somebody has sorted them, or they are mixed up: their order says nothing. */
  readonly isLost: boolean;
}

/** So few lines in the order of the alphabet are chance. */
const leastLines = 20;
const leastTies = 8;
/** A clock is set back now and then; more than this share of steps back is no clock. */
const mostBack = 0.05;
const leastBack = 3;

/** Begins with no line. */
export function createLineOrder(): LineOrder {
  const times = new Map<string | undefined, number>();
  let before: { readonly text: string; readonly time: number } | undefined;
  let lines = 0;
  /** Lines that stand before a line that the alphabet has first. */
  let descents = 0;
  let ties = 0;
  /** Lines of a server that are earlier than its line before. */
  let back = 0;
  return {
    see(text, { node, time }) {
      lines += 1;
      if (before !== undefined && text !== undefined) {
        if (text < before.text) descents += 1;
        else if (time === before.time && text !== before.text) ties += 1;
      }
      if (text !== undefined) before = { text, time };
      if (time < (times.get(node) ?? time)) back += 1;
      times.set(node, time);
    },
    get isLost() {
      const isSorted =
        before !== undefined &&
        lines >= leastLines &&
        descents === 0 &&
        (ties >= leastTies || back > 0);
      return isSorted || (back >= leastBack && back > lines * mostBack);
    },
  };
}
