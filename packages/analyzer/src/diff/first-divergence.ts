import type { TraceEvent } from '@raftlens/trace';
import { eventKey } from './event-key.ts';

/** Where two runs part. */
export interface Divergence {
  /** The server that first does something else. */
  readonly node: string;
  /** What it does in the passing run; undefined where it does nothing more there. */
  readonly passing: TraceEvent | undefined;
  /** What it does in the failing run. */
  readonly failing: TraceEvent;
  /** The last things that this server did alike in both, from the failing run, oldest first. */
  readonly before: readonly TraceEvent[];
  /** How many deeds of all servers were alike before it. */
  readonly alike: number;
}

/** Two deeds that come in one order in the passing run, and in the other in the failing one. */
export interface OrderDifference {
  /** What is next in the passing run. */
  readonly passing: TraceEvent;
  /** What comes before it in the failing run, and only later in the passing one. */
  readonly failing: TraceEvent;
}

/** How two runs compare: where they part, or, where they do not, how many deeds were alike. */
export type Comparison =
  | { readonly kind: 'diverges'; readonly divergence: Divergence }
  | {
      readonly kind: 'alike';
      readonly alike: number;
      /** The first deeds of different servers that come in another order, if any do. */
      readonly order?: OrderDifference;
    };

type Batches = AsyncIterable<readonly TraceEvent[]>;

const shownBefore = 8;

/**
 * Finds the first thing, in the order of the failing run, that a server does otherwise than in the
 * passing run. Each server is compared with itself: how lines of different servers lie between each
 * other is left to chance in any two runs.
 */
export async function firstDivergence(passing: Batches, failing: Batches): Promise<Comparison> {
  const other = createLanes(passing);
  const before = new Map<string, TraceEvent[]>();
  let alike = 0;
  let order: OrderDifference | undefined;
  for await (const events of failing) {
    for (const event of events) {
      const key = eventKey(event);
      const { node } = event;
      if (key === undefined || node === undefined) continue;
      const lagging = order === undefined ? await other.oldest() : undefined;
      const counterpart = await other.next(node);
      const recent = before.get(node) ?? [];
      if (counterpart === undefined || eventKey(counterpart) !== key) {
        const divergence = { node, passing: counterpart, failing: event, before: recent, alike };
        return { kind: 'diverges', divergence };
      }
      alike += 1;
      if (lagging !== undefined && lagging.node !== node) {
        order ??= { passing: lagging, failing: event };
      }
      recent.push(event);
      if (recent.length > shownBefore) recent.shift();
      before.set(node, recent);
    }
  }
  return { kind: 'alike', alike, ...(order === undefined ? {} : { order }) };
}

/** The deeds of each server, in its own order. */
interface Lanes {
  /** The server's next deed; undefined where it does nothing more. */
  next(node: string): Promise<TraceEvent | undefined>;
  /** The first deed, of all servers, that was not asked for yet. */
  oldest(): Promise<TraceEvent | undefined>;
}

interface Waiting {
  readonly event: TraceEvent;
  /** How many deeds come before it. */
  readonly place: number;
}

function createLanes(batches: Batches): Lanes {
  const iterator = batches[Symbol.asyncIterator]();
  const waiting = new Map<string, Waiting[]>();
  let place = 0;
  let ended = false;

  const fill = async (): Promise<void> => {
    const result = await iterator.next();
    if (result.done === true) {
      ended = true;
      return;
    }
    for (const event of result.value) {
      if (event.node === undefined || eventKey(event) === undefined) continue;
      const lane = waiting.get(event.node);
      const here = { event, place };
      place += 1;
      if (lane === undefined) waiting.set(event.node, [here]);
      else lane.push(here);
    }
  };
  const first = (): Waiting | undefined => {
    const heads = [...waiting.values()].flatMap(([head]) => head ?? []);
    return heads.toSorted((a, b) => a.place - b.place)[0];
  };

  return {
    async next(node) {
      for (;;) {
        const next = waiting.get(node)?.shift();
        if (next !== undefined || ended) return next?.event;
        await fill();
      }
    },
    async oldest() {
      while (first() === undefined && !ended) await fill();
      return first()?.event;
    },
  };
}
