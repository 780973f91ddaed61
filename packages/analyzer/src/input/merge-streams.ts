import type { TraceEvent } from '@raftlens/trace';

type Batches = AsyncIterable<readonly TraceEvent[]>;

/** Where the merge stands in one stream. */
interface Cursor {
  readonly iterator: AsyncIterator<readonly TraceEvent[]>;
  batch: readonly TraceEvent[];
  next: number;
  /** The latest time seen in this stream: a clock that jumps back does not reorder a stream. */
  clock: number;
}

/**
 * Merges streams of events into one, holding one batch of each.
 *
 * The order of a stream is program order, so it stays as it is. Between streams time decides, and
 * where times are equal the stream that comes first in `streams`: the result does not depend on
 * how the streams are cut into batches.
 */
export async function* mergeStreams(
  streams: readonly Batches[],
): AsyncGenerator<readonly TraceEvent[], void, undefined> {
  const [only] = streams;
  if (only !== undefined && streams.length === 1) {
    yield* only;
    return;
  }
  const cursors: Cursor[] = [];
  for (const stream of streams) {
    const iterator = stream[Symbol.asyncIterator]();
    const cursor = { iterator, batch: [], next: 0, clock: Number.NEGATIVE_INFINITY };
    if (await refill(cursor)) cursors.push(cursor);
  }
  while (cursors.length > 0) {
    const { events, spent } = mergeUntilSpent(cursors);
    yield events;
    if (!(await refill(spent))) cursors.splice(cursors.indexOf(spent), 1);
  }
}

/** Takes events in order until a stream has no more of its batch at hand. */
function mergeUntilSpent(cursors: readonly Cursor[]): { events: TraceEvent[]; spent: Cursor } {
  const events: TraceEvent[] = [];
  for (;;) {
    const cursor = earliest(cursors);
    const event = cursor.batch[cursor.next];
    if (event === undefined) return { events, spent: cursor };
    events.push(event);
    cursor.next += 1;
    advanceClock(cursor);
    if (cursor.next === cursor.batch.length) return { events, spent: cursor };
  }
}

function earliest(cursors: readonly Cursor[]): Cursor {
  return cursors.reduce((best, cursor) => (cursor.clock < best.clock ? cursor : best));
}

/** Fetches the next batch that holds something; false at the end of the stream. */
async function refill(cursor: Cursor): Promise<boolean> {
  for (;;) {
    const result = await cursor.iterator.next();
    if (result.done === true) return false;
    if (result.value.length === 0) continue;
    cursor.batch = result.value;
    cursor.next = 0;
    advanceClock(cursor);
    return true;
  }
}

function advanceClock(cursor: Cursor): void {
  const time = cursor.batch[cursor.next]?.time;
  if (time !== undefined && time > cursor.clock) cursor.clock = time;
}
