import type { TraceEvent } from '@raftlens/trace';

/** Watches whether the lines of a file stand in the order in which they were written. */
export interface LineOrder {
  /** A line that told something, its text where that is known, and the last of its events. */
  see(text: string | undefined, event: TraceEvent): void;
  /** Somebody has sorted them, or they are mixed up: their order says nothing. */
  readonly isLost: boolean;
}

/** So few lines in the order of the alphabet are chance, and so few of one time. */
const leastLines = 8;
const leastTies = 6;
/** Where so many files have been sorted, and put one behind the other, ties have to show it. */
const mostParts = 9;
const tiesOfParts = 12;
/** A clock is set back now and then; more than this share of steps back is no clock. */
const mostBack = 0.05;
const leastBack = 3;
/** Clocks are set back by less, ms, while a server runs. */
const farBack = 1000;

interface LastTime {
  readonly node: string | undefined;
  time: number;
}

/** Begins with no line. */
export function createLineOrder(): LineOrder {
  const times = new Map<string | undefined, LastTime>();
  let latest: LastTime | undefined;
  let before: { readonly text: string; readonly time: number } | undefined;
  let lines = 0;
  /** Lines that stand before a line that the alphabet has first; of one time with it, or not. */
  let tiesDown = 0;
  let otherDown = 0;
  let tiesUp = 0;
  /** Lines of a server that are earlier than its line before. */
  let back = 0;
  let wentFar = false;
  return {
    see(text, { node, time }) {
      lines += 1;
      if (before !== undefined && text !== undefined) {
        const isTie = time === before.time;
        if (text < before.text) {
          if (isTie) tiesDown += 1;
          else otherDown += 1;
        } else if (isTie && differInWords(before.text, text)) tiesUp += 1;
      }
      if (text !== undefined) before = { text, time };
      if (latest === undefined || latest.node !== node) {
        latest = times.get(node) ?? { node, time };
        times.set(node, latest);
      }
      const stepBack = latest.time - time;
      if (stepBack > 0) back += 1;
      if (stepBack > farBack) wentFar = true;
      latest.time = time;
    },
    get isLost() {
      const isMoved = tiesUp >= leastTies || back >= leastBack || wentFar;
      const isWhole = otherDown === 0 && lines >= leastLines && isMoved;
      const isOfParts = otherDown < mostParts && tiesUp >= tiesOfParts;
      const isSorted = tiesDown === 0 && (isWhole || isOfParts);
      return isSorted || (back >= leastBack && back > lines * mostBack);
    },
  };
}

/** Numbers go up as lines are written, whether somebody sorts them or not. */
function differInWords(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return at < one.length && !isDigit(one.charCodeAt(at)) && !isDigit(other.charCodeAt(at));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
