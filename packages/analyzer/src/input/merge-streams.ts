import type { TraceEvent } from '@raftlens/trace';
import { causeOf, nameOfCause } from './causality.ts';

type Batches = AsyncIterable<readonly TraceEvent[]>;

/** Where the merge stands in one stream. */
interface Cursor {
  readonly iterator: AsyncIterator<readonly TraceEvent[]>;
  batch: readonly TraceEvent[];
  next: number;
  /** The latest time seen in this stream: a clock that jumps back does not reorder a stream. */
  clock: number;
  /** Where in the batch the events are that those of other streams may follow from. */
  causes: ReadonlyMap<string, number>;
}

/**
 * Merges streams of events into one, holding one batch of each.
 *
 * The order of a stream is program order, so it stays as it is. Between streams cause comes before
 * effect, as far as both are at hand: a vote comes after the election that it is given in, whatever
 * the clocks of the two servers say. Else time decides, and where times are equal the stream that
 * comes first in `streams`.
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
    const cursor = {
      iterator,
      batch: [],
      next: 0,
      clock: Number.NEGATIVE_INFINITY,
      causes: noCauses,
    };
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
    const cursor = firstToGo(earliest(cursors), cursors);
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

const noCauses: ReadonlyMap<string, number> = new Map();

/** The stream to take from: that in which the cause of this one's next event is still to come. */
function firstToGo(cursor: Cursor, cursors: readonly Cursor[]): Cursor {
  let first = cursor;
  // Where clocks and lines contradict each other there may be a circle.
  for (let depth = 0; depth < cursors.length; depth += 1) {
    const event = first.batch[first.next];
    const cause = event === undefined ? undefined : causeOf(event);
    if (cause === undefined) return first;
    const behind = cursors.find(
      (each) => each !== first && (each.causes.get(cause) ?? -1) >= each.next,
    );
    if (behind === undefined) return first;
    first = behind;
  }
  return cursor;
}

function causesIn(batch: readonly TraceEvent[]): ReadonlyMap<string, number> {
  const causes = new Map<string, number>();
  for (const [index, event] of batch.entries()) {
    const name = nameOfCause(event);
    if (name !== undefined && !causes.has(name)) causes.set(name, index);
  }
  return causes;
}

/** Fetches the next batch that holds something; false at the end of the stream. */
async function refill(cursor: Cursor): Promise<boolean> {
  for (;;) {
    const result = await cursor.iterator.next();
    if (result.done === true) return false;
    if (result.value.length === 0) continue;
    cursor.batch = result.value;
    cursor.next = 0;
    cursor.causes = causesIn(cursor.batch);
    advanceClock(cursor);
    return true;
  }
}

function advanceClock(cursor: Cursor): void {
  const time = cursor.batch[cursor.next]?.time;
  if (time !== undefined && time > cursor.clock) cursor.clock = time;
}
