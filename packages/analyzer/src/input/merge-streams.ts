import type { TraceEvent } from '@raftlens/trace';
import { authorOfCause, causeOf } from './causality.ts';
import { type ClockSkew, createClockSkew } from './clock-skew.ts';
import {
  advance,
  type Cursor,
  isSpent,
  nextEvent,
  nextName,
  openCursor,
  readAhead,
} from './cursor.ts';

type Batches = AsyncIterable<readonly TraceEvent[]>;

/**
 * Merges streams of events into one, holding a few batches of each.
 *
 * The order of a stream is program order, so it stays as it is. Between streams cause comes before
 * effect: a message is received after it was sent, a vote given after the election that it is given
 * in, whatever the clocks of the two servers say. What is not at hand is read ahead for, within
 * bounds; a clock that is found to be late is set right from there on. Else time decides, and where
 * times are equal the stream that comes first in `streams`.
 */
export async function* mergeStreams(
  streams: readonly Batches[],
  skew: ClockSkew = createClockSkew(),
): AsyncGenerator<readonly TraceEvent[], void, undefined> {
  const [only] = streams;
  if (only !== undefined && streams.length === 1) {
    yield* only;
    return;
  }
  const cursors: Cursor[] = [];
  for (const stream of streams) {
    const cursor = await openCursor(stream);
    if (cursor !== undefined) cursors.push(cursor);
  }
  while (cursors.length > 0) {
    const { events, wanted } = mergeUntilStuck(cursors, skew);
    if (events.length > 0) yield events;
    await readAhead(wanted);
    if (!isSpent(wanted)) continue;
    cursors.splice(cursors.indexOf(wanted), 1);
    // What it said of the clock goes for the others too.
    for (const cursor of cursors) cursor.isVirtual ||= wanted.isVirtual;
  }
}

/** Takes events in order until more of a stream has to be read. */
function mergeUntilStuck(
  cursors: readonly Cursor[],
  skew: ClockSkew,
): { events: TraceEvent[]; wanted: Cursor } {
  const events: TraceEvent[] = [];
  for (;;) {
    const { cursor, reason, wanted } = firstToGo(earliest(cursors), cursors, skew);
    if (wanted !== undefined) return { events, wanted };
    const event = nextEvent(cursor);
    if (event === undefined) return { events, wanted: cursor };
    events.push(event);
    skew.take(event, nextName(cursor), reason);
    advance(cursor);
    if (nextEvent(cursor) === undefined) return { events, wanted: cursor };
  }
}

function earliest(cursors: readonly Cursor[]): Cursor {
  return cursors.reduce((best, cursor) => (timeOf(cursor) < timeOf(best) ? cursor : best));
}

function timeOf({ clock, lateMs }: Cursor): number {
  return clock + lateMs;
}

interface Choice {
  readonly cursor: Cursor;
  /** The cause of its next event. */
  readonly reason?: string | undefined;
  /** More of this one has to be read before it can be told. */
  readonly wanted?: Cursor | undefined;
}

/** The stream to take from: that in which the cause of this one's next event is still to come. */
function firstToGo(start: Cursor, cursors: readonly Cursor[], skew: ClockSkew): Choice {
  let cursor = start;
  // Where clocks and lines contradict each other there may be a circle.
  for (let depth = 0; depth < cursors.length; depth += 1) {
    const event = nextEvent(cursor);
    const cause = event === undefined ? undefined : causeOf(event);
    if (event === undefined || cause === undefined || skew.knows(cause)) {
      return { cursor, reason: cause };
    }
    const behind = cursors.find((each) => each !== cursor && each.causes.has(cause));
    if (behind === undefined) {
      const author = authorOfCause(event);
      const wanted = cursors.find((each) => each !== cursor && mayTell(each, author));
      return { cursor, reason: cause, wanted };
    }
    const causedAt = behind.causes.get(cause) ?? 0;
    // In a simulation no clock is late: what was told later under that name is something else.
    if (causedAt > event.time && cursors.some((each) => each.isVirtual)) {
      return { cursor, reason: cause };
    }
    const lateMs = causedAt + behind.lateMs - event.time;
    if (lateMs > cursor.lateMs) cursor.lateMs = lateMs;
    cursor = behind;
  }
  const event = nextEvent(start);
  return { cursor: start, reason: event && causeOf(event) };
}

/** More of the stream may hold a line of this server. */
function mayTell(cursor: Cursor, author: string | undefined): boolean {
  return author !== undefined && cursor.mayReadAhead && cursor.nodes.has(author);
}
