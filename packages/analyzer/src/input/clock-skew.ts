import { createRecent } from '@raftlens/invariants';
import type { TraceEvent } from '@raftlens/trace';

/** How one server's clock stands to that of another, as causes and effects bound it. */
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
  /** Takes the next event of the merge, its own name as a cause, and that of its cause. */
  take(event: TraceEvent, name: string | undefined, reason: string | undefined): void;
  /** The cause of this name has been taken, and is not forgotten yet. */
  knows(cause: string): boolean;
  /** Each server against the first one, as far as lines connect them; in the order of ids given. */
  offsets(): readonly ClockOffset[];
}

/** So many causes are remembered; a message that takes longer tells nothing of clocks. */
const causesKept = 20_000;
/**
 * A program may say what it has become after it has sent what follows from that, as ra does: others
 * have answered by then. So much later, at most, a busy one gets to say it.
 */
const roleToldLateMs = 100;

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
  const causes = createRecent<Cause>(causesKept);
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
    take({ event, node, time }, name, reason) {
      if (node === undefined) return;
      if (name !== undefined && causes.get(name) === undefined) {
        causes.set(name, { node, time: event === 'role.changed' ? time - roleToldLateMs : time });
      }
      const cause = reason === undefined ? undefined : causes.get(reason);
      if (cause !== undefined && cause.node !== node) note(cause.node, node, time - cause.time);
    },
    knows: (cause) => causes.get(cause) !== undefined,
    offsets: () => offsetsOf(least),
  };
}

type Least = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Follows the bounds along the paths from the first server and to it (Bellman and Ford), as a log
 * of many Raft groups may have ten thousands of servers. Two servers whose bounds contradict each
 * other tell nothing of the others: one of their clocks is not steady.
 */
function offsetsOf(least: Least): readonly ClockOffset[] {
  const nodes = [...new Set([...least].flatMap(([from, to]) => [from, ...to.keys()]))].sort();
  const [reference] = nodes;
  if (reference === undefined) return [];
  const steady = steadyLinks(least);
  const ahead = shortest(steady, reference);
  const behind = shortest(steady.map(turned), reference);
  return nodes.slice(1).flatMap((node) => {
    const contradicted = !agree(least, reference, node);
    const atMostMs = contradicted ? between(least, reference, node) : (ahead.get(node) ?? far);
    const atLeastMs = contradicted ? -between(least, node, reference) : -(behind.get(node) ?? far);
    if (atMostMs === far && atLeastMs === -far) return [];
    const steady = atLeastMs <= atMostMs + toleranceMs;
    return { node, reference, offsetMs: middle(atLeastMs, atMostMs), atLeastMs, atMostMs, steady };
  });
}

const far = Number.POSITIVE_INFINITY;
/** Times have whole microseconds at best, and sums of them are not exact. */
const toleranceMs = 0.01;

function between(least: Least, from: string, to: string): number {
  return from === to ? 0 : (least.get(from)?.get(to) ?? far);
}

function agree(least: Least, one: string, other: string): boolean {
  return between(least, one, other) + between(least, other, one) >= -toleranceMs;
}

interface Link {
  readonly from: string;
  readonly to: string;
  readonly ms: number;
}

function steadyLinks(least: Least): readonly Link[] {
  return [...least].flatMap(([from, receivers]) =>
    [...receivers].flatMap(([to, ms]) => (agree(least, from, to) ? { from, to, ms } : [])),
  );
}

function turned({ from, to, ms }: Link): Link {
  return { from: to, to: from, ms };
}

/** A bound over more servers is worth nothing; and where they contradict each other, it ends. */
const mostLinks = 64;

/** The least sums of links from one server to each that they lead to. */
function shortest(links: readonly Link[], start: string): ReadonlyMap<string, number> {
  const sums = new Map([[start, 0]]);
  for (let round = 0, changes = 1; changes > 0 && round < mostLinks; round += 1) {
    changes = 0;
    for (const { from, to, ms } of links) {
      const sum = (sums.get(from) ?? far) + ms;
      if (sum >= (sums.get(to) ?? far)) continue;
      sums.set(to, sum);
      changes += 1;
    }
  }
  return sums;
}

function middle(atLeast: number, atMost: number): number {
  if (atLeast === -far) return atMost;
  if (atMost === far) return atLeast;
  return (atLeast + atMost) / 2;
}
