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
 * passing run. Each server is compared with itself, in each test that both logs tell of: how lines
 * of different servers lie between each other is left to chance in any two runs.
 */
export async function firstDivergence(
  passing: Batches,
  failing: Batches,
  laneOf: LaneOf = laneOfTest,
): Promise<Comparison> {
  const other = createLanes(passing, laneOf);
  const before = new Map<string, TraceEvent[]>();
  let alike = 0;
  let order: OrderDifference | undefined;
  for await (const events of failing) {
    for (const event of events) {
      const key = eventKey(event);
      const { node } = event;
      if (key === undefined || node === undefined) continue;
      const lagging = order === undefined ? await other.oldest() : undefined;
      const lane = laneOf(event, node);
      const counterpart = await other.next(lane);
      const recent = before.get(lane) ?? [];
      if (counterpart === undefined && !other.tellsOf(event.run)) continue;
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
      before.set(lane, recent);
    }
  }
  return { kind: 'alike', alike, ...(order === undefined ? {} : { order }) };
}

/** Whose deeds are compared. */
export type LaneOf = (event: TraceEvent, node: string) => string;

/** Those of a server in a Raft group, in one of the tests of a log. */
const laneOfTest: LaneOf = ({ group, run }, node) => JSON.stringify([node, group, run]);

/** Those of a server, whatever its tests are called. */
export const laneOfServer: LaneOf = ({ group }, node) => JSON.stringify([node, group]);

/** The deeds of each server, in its own order. */
interface Lanes {
  /** The next deed of a lane; undefined where there is none. */
  next(lane: string): Promise<TraceEvent | undefined>;
  /** Whether the log, read to its end, tells of this test at all; of no name, if it has none. */
  tellsOf(run: string | undefined): boolean;
  /** The first deed, of all servers, that was not asked for yet. */
  oldest(): Promise<TraceEvent | undefined>;
}

interface Waiting {
  readonly event: TraceEvent;
  /** How many deeds come before it. */
  readonly place: number;
}

function createLanes(batches: Batches, laneOf: LaneOf): Lanes {
  const iterator = batches[Symbol.asyncIterator]();
  const waiting = new Map<string, Waiting[]>();
  const runs = new Set<string | undefined>();
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
      const name = laneOf(event, event.node);
      runs.add(event.run);
      const lane = waiting.get(name);
      const here = { event, place };
      place += 1;
      if (lane === undefined) waiting.set(name, [here]);
      else lane.push(here);
    }
  };
  const first = (): Waiting | undefined => {
    const heads = [...waiting.values()].flatMap(([head]) => head ?? []);
    return heads.toSorted((a, b) => a.place - b.place)[0];
  };

  return {
    async next(lane) {
      for (;;) {
        const next = waiting.get(lane)?.shift();
        if (next !== undefined || ended) return next?.event;
        await fill();
      }
    },
    tellsOf: (run) => laneOf === laneOfServer || runs.size === 0 || runs.has(run),
    async oldest() {
      while (first() === undefined && !ended) await fill();
      return first()?.event;
    },
  };
}
