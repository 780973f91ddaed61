import type { TraceEvent } from '@raftlens/trace';
import { nameOfCause } from './causality.ts';

/** So many batches of one stream are read ahead for a cause. */
const batchesAhead = 16;

interface Batch {
  readonly events: readonly TraceEvent[];
  /** For each event what {@link nameOfCause} calls it: asked for once, as it is made of text. */
  readonly names: readonly (string | undefined)[];
}

/** Where a merge stands in one stream. */
export interface Cursor {
  readonly iterator: AsyncIterator<readonly TraceEvent[]>;
  /** What is at hand: the batch at work, and those read ahead. */
  readonly batches: Batch[];
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
  return cursor.batches[0]?.events[cursor.next];
}

/** What the next event is called as the cause of another; undefined for most events. */
export function nextName(cursor: Cursor): string | undefined {
  return cursor.batches[0]?.names[cursor.next];
}

/** Goes on to the next event. */
export function advance(cursor: Cursor): void {
  const name = nextName(cursor);
  if (name !== undefined) cursor.causes.delete(name);
  cursor.next += 1;
  if (cursor.next < (cursor.batches[0]?.events.length ?? 0)) {
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
    const events = result.value;
    cursor.batches.push({ events, names: events.map((event) => noteEvent(cursor, event)) });
    if (cursor.batches.length === 1) moveClock(cursor);
    break;
  }
  cursor.mayReadAhead = !cursor.ended && cursor.batches.length < batchesAhead;
}

/** Gives what the event is called as a cause. */
function noteEvent(cursor: Cursor, event: TraceEvent): string | undefined {
  if (event.node !== undefined) cursor.nodes.add(event.node);
  if (event.event === 'trace.started') cursor.isVirtual ||= event.clock === 'virtual';
  const name = nameOfCause(event);
  if (name !== undefined && !cursor.causes.has(name)) cursor.causes.set(name, event.time);
  return name;
}

function moveClock(cursor: Cursor): void {
  const time = nextEvent(cursor)?.time;
  if (time !== undefined && time > cursor.clock) cursor.clock = time;
}
