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

/** How two runs compare: where they part, or, where they do not, how many deeds were alike. */
export type Comparison =
  | { readonly kind: 'diverges'; readonly divergence: Divergence }
  | { readonly kind: 'alike'; readonly alike: number };

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
  for await (const events of failing) {
    for (const event of events) {
      const key = eventKey(event);
      const { node } = event;
      if (key === undefined || node === undefined) continue;
      const counterpart = await other.next(node);
      const recent = before.get(node) ?? [];
      if (counterpart === undefined || eventKey(counterpart) !== key) {
        const divergence = { node, passing: counterpart, failing: event, before: recent, alike };
        return { kind: 'diverges', divergence };
      }
      alike += 1;
      recent.push(event);
      if (recent.length > shownBefore) recent.shift();
      before.set(node, recent);
    }
  }
  return { kind: 'alike', alike };
}

/** The deeds of each server, in its own order. */
interface Lanes {
  /** The server's next deed; undefined where it does nothing more. */
  next(node: string): Promise<TraceEvent | undefined>;
}

function createLanes(batches: Batches): Lanes {
  const iterator = batches[Symbol.asyncIterator]();
  const waiting = new Map<string, TraceEvent[]>();
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
      if (lane === undefined) waiting.set(event.node, [event]);
      else lane.push(event);
    }
  };

  return {
    async next(node) {
      for (;;) {
        const event = waiting.get(node)?.shift();
        if (event !== undefined || ended) return event;
        await fill();
      }
    },
  };
}
