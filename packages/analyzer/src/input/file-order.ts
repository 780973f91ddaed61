import type { TraceEvent } from '@raftlens/trace';
import { createLineOrder } from './line-order.ts';
import type { LineTally } from './line-tally.ts';
import { createProgramOrder } from './program-order.ts';

/**
 * What the order of the lines says of the order in which they were written: all, or only for those
 * of one server, as those of others are mixed with them, or nothing. Where the order says whose a
 * line is, that is lost with it: `lost-names`.
 */
export type OrderOfLines = 'kept' | 'per-server' | 'lost' | 'lost-names';

/** Puts the events of one file in order as far as that can be done, and watches the rest. */
export interface FileOrder {
  /** Events that a line has told, or several lines whose events have waited. */
  see(events: readonly TraceEvent[]): void;
  /** An event of our own trace, whose text nobody has made. */
  seeUncounted(event: TraceEvent): void;
  /** The events that are next in the order in which each server wrote its own. */
  next(events: readonly TraceEvent[]): readonly TraceEvent[];
  /** All that there are, as no more will come, or not soon. */
  last(events: readonly TraceEvent[]): readonly TraceEvent[];
  /** `namesByPlace` is that of the reader of the lines. */
  kept(namesByPlace: boolean): OrderOfLines;
}

/** Begins with no line; lines that stand there twice go into `tally`. */
export function createFileOrder(tally: LineTally): FileOrder {
  const lines = createLineOrder();
  const program = createProgramOrder();
  const next = (events: readonly TraceEvent[]): readonly TraceEvent[] => {
    const before = program.repeated;
    const ordered = program.take(events);
    if (program.repeated > before) tally.repeated(program.repeated - before);
    return ordered;
  };
  return {
    see(events) {
      // Nearly every line tells one event.
      for (let index = 0; index < events.length; index += 1) {
        const event = events[index] as TraceEvent;
        const following = events[index + 1];
        const isLastOfLine = following === undefined || following.at?.line !== event.at?.line;
        if (isLastOfLine) lines.see(event.at?.text, event);
      }
    },
    seeUncounted(event) {
      lines.see(undefined, event);
    },
    next,
    last(events) {
      const ordered = next(events);
      const held = program.flush();
      return ordered.length === 0 ? held : [...ordered, ...held];
    },
    kept(namesByPlace) {
      if (lines.isLost || program.late > 0) return namesByPlace ? 'lost-names' : 'lost';
      return program.isMixed ? 'per-server' : 'kept';
    },
  };
}
