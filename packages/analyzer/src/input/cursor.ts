import type { TraceEvent } from '@raftlens/trace';
import { nameOfCause } from './causality.ts';

/** So many batches of one stream are read ahead for a cause. */
const batchesAhead = 16;

/** Where a merge stands in one stream. */
export interface Cursor {
  readonly iterator: AsyncIterator<readonly TraceEvent[]>;
  /** What is at hand: the batch at work, and those read ahead. */
  readonly batches: (readonly TraceEvent[])[];
  /** The next event, in the first batch. */
  next: number;
  /** The latest time seen in this stream: a clock that jumps back does not reorder a stream. */
  clock: number;
  /** So much this stream's clock was found to be late, ms. */
  lateMs: number;
  /** What is still to come of what events of other streams may follow from, with its time. */
  readonly causes: Map<string, number>;
  /** The servers that speak in it. */
  readonly nodes: Set<string>;
  /** There may be more, and there is room for it. */
  mayReadAhead: boolean;
  /** Its trace declares that all servers have one clock, that of a simulation. */
  isVirtual: boolean;
  ended: boolean;
}

/** Opens a stream at its first event; undefined where there is none. */
export async function openCursor(
  stream: AsyncIterable<readonly TraceEvent[]>,
): Promise<Cursor | undefined> {
  const cursor: Cursor = {
    iterator: stream[Symbol.asyncIterator](),
    batches: [],
    next: 0,
    clock: Number.NEGATIVE_INFINITY,
    lateMs: 0,
    causes: new Map(),
    nodes: new Set(),
    mayReadAhead: true,
    isVirtual: false,
    ended: false,
  };
  await readAhead(cursor);
  return isSpent(cursor) ? undefined : cursor;
}

/** The next event, if it is at hand. */
export function nextEvent(cursor: Cursor): TraceEvent | undefined {
  return cursor.batches[0]?.[cursor.next];
}

/** Goes on to the next event. */
export function advance(cursor: Cursor): void {
  const event = nextEvent(cursor);
  const name = event === undefined ? undefined : nameOfCause(event);
  if (name !== undefined) cursor.causes.delete(name);
  cursor.next += 1;
  if (cursor.next < (cursor.batches[0]?.length ?? 0)) {
    moveClock(cursor);
    return;
  }
  cursor.batches.shift();
  cursor.next = 0;
  cursor.mayReadAhead = !cursor.ended;
  moveClock(cursor);
}

/** All of it is taken. */
export function isSpent(cursor: Cursor): boolean {
  return cursor.ended && cursor.batches.length === 0;
}

/** Reads the next batch that holds something. */
export async function readAhead(cursor: Cursor): Promise<void> {
  while (!cursor.ended) {
    const result = await cursor.iterator.next();
    if (result.done === true) {
      cursor.ended = true;
      break;
    }
    if (result.value.length === 0) continue;
    cursor.batches.push(result.value);
    for (const event of result.value) noteEvent(cursor, event);
    if (cursor.batches.length === 1) moveClock(cursor);
    break;
  }
  cursor.mayReadAhead = !cursor.ended && cursor.batches.length < batchesAhead;
}

function noteEvent(cursor: Cursor, event: TraceEvent): void {
  if (event.node !== undefined) cursor.nodes.add(event.node);
  if (event.event === 'trace.started') cursor.isVirtual ||= event.clock === 'virtual';
  const name = nameOfCause(event);
  if (name !== undefined && !cursor.causes.has(name)) cursor.causes.set(name, event.time);
}

function moveClock(cursor: Cursor): void {
  const time = nextEvent(cursor)?.time;
  if (time !== undefined && time > cursor.clock) cursor.clock = time;
}
