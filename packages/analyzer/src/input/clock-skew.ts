import type { TraceEvent } from '@raftlens/trace';
import { causeOf, nameOfCause } from './causality.ts';

/** How one server's clock stands to that of another, as causes and effects in the lines bound it. */
export interface ClockOffset {
  readonly node: string;
  /** The server whose clock it is compared with. */
  readonly reference: string;
  /** So much it is ahead, ms: the middle of the bounds; where there is one bound, that. */
  readonly offsetMs: number;
  /** Bounds, ms; an infinite one says that nothing came that way. */
  readonly atLeastMs: number;
  readonly atMostMs: number;
  /** False where the bounds contradict each other: one of the clocks was moved, or drifts. */
  readonly steady: boolean;
}

/** Learns from causes and effects on different servers how their clocks differ. */
export interface ClockSkew {
  /** Takes the next event of the merge. */
  take(event: TraceEvent): void;
  /** The cause of this name has been taken, and is not forgotten yet. */
  knows(cause: string): boolean;
  /** Each server against the first one, as far as lines connect them; in the order of ids given. */
  offsets(): readonly ClockOffset[];
}

/** So many causes are remembered; a message that takes longer tells nothing of clocks. */
const causesKept = 20_000;

interface Cause {
  readonly node: string;
  readonly time: number;
}

/**
 * A message cannot arrive before it left: its times by the two clocks bound their difference from
 * above, and a message the other way from below (Cristian 1989). The bounds hold for clocks that
 * run equally fast.
 */
export function createClockSkew(): ClockSkew {
  const causes = new Map<string, Cause>();
  /** For each sender and receiver the least that the receiver's clock said more. */
  const least = new Map<string, Map<string, number>>();
  const note = (from: string, to: string, ms: number): void => {
    let receivers = least.get(from);
    if (receivers === undefined) {
      receivers = new Map();
      least.set(from, receivers);
    }
    const before = receivers.get(to);
    if (before === undefined || ms < before) receivers.set(to, ms);
  };
  return {
    take(event) {
      const { node, time } = event;
      if (node === undefined) return;
      const name = nameOfCause(event);
      if (name !== undefined && !causes.has(name)) {
        causes.set(name, { node, time });
        if (causes.size > causesKept) forgetOldest(causes);
      }
      const reason = causeOf(event);
      const cause = reason === undefined ? undefined : causes.get(reason);
      if (cause !== undefined && cause.node !== node) note(cause.node, node, time - cause.time);
    },
    knows: (cause) => causes.has(cause),
    offsets: () => offsetsOf(least),
  };
}

function forgetOldest(causes: Map<string, Cause>): void {
  const [oldest] = causes.keys();
  if (oldest !== undefined) causes.delete(oldest);
}

/** Follows the bounds along every path from the first server (Floyd and Warshall). */
function offsetsOf(
  least: ReadonlyMap<string, ReadonlyMap<string, number>>,
): readonly ClockOffset[] {
  const nodes = [...new Set([...least].flatMap(([from, to]) => [from, ...to.keys()]))].sort();
  const bounds = nodes.map((from) =>
    nodes.map((to) => (from === to ? 0 : (least.get(from)?.get(to) ?? Number.POSITIVE_INFINITY))),
  );
  const bound = (from: number, to: number): number =>
    bounds[from]?.[to] ?? Number.POSITIVE_INFINITY;
  for (const via of nodes.keys()) {
    for (const [from, row] of bounds.entries()) {
      for (const to of nodes.keys()) {
        const around = bound(from, via) + bound(via, to);
        if (around < bound(from, to)) row[to] = around;
      }
    }
  }
  const [reference] = nodes;
  if (reference === undefined) return [];
  return nodes.slice(1).flatMap((node, index) => {
    const [atMostMs, atLeastMs] = [bound(0, index + 1), -bound(index + 1, 0)];
    if (atMostMs === Number.POSITIVE_INFINITY && atLeastMs === Number.NEGATIVE_INFINITY) return [];
    const steady = atLeastMs <= atMostMs;
    return { node, reference, offsetMs: middle(atLeastMs, atMostMs), atLeastMs, atMostMs, steady };
  });
}

function middle(atLeast: number, atMost: number): number {
  if (atLeast === Number.NEGATIVE_INFINITY) return atMost;
  if (atMost === Number.POSITIVE_INFINITY) return atLeast;
  return (atLeast + atMost) / 2;
}
