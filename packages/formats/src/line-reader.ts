import type { Origin, TraceEvent } from '@raftlens/trace';
import type { BareEvent } from './bare-event.ts';
import type { Census } from './census.ts';
import type { LineOutcome, LogReader } from './format.ts';
import { stripPrefix } from './strip-prefix.ts';

/** What a line tells, without saying where it stands. */
export type Told =
  /** `time` is undefined where the line shows none; the last time that was shown then holds. */
  | {
      readonly kind: 'events';
      readonly time: number | undefined;
      readonly events: readonly BareEvent[];
    }
  | { readonly kind: 'ignored'; readonly why: string }
  | { readonly kind: 'broken'; readonly why: string };

/** A format's own part of reading a file. */
export interface LineUnderstanding {
  /** `text` is without prefixes and colours. */
  tell(text: string): Told;
  /** The file ended: what was held back. */
  end?(): readonly BareEvent[];
  /** The run that the last line belongs to, where a file has several clusters one after another. */
  run?(node: string | undefined): string | undefined;
  readonly census?: Census;
  readonly levels?: ReadonlySet<string>;
}

/**
 * Makes a reader of the lines of one file: takes prefixes away, asks the format, and says of each
 * event where and when it was.
 *
 * A last line without a line end may be cut within a number. What it says is believed only as far
 * as it does not show a smaller term than its server has shown before.
 */
export function createLineReader(file: string, understanding: LineUnderstanding): LogReader {
  const terms = new Map<string, number>();
  let time = 0;
  let last: Origin = { file, line: 0 };

  const place = (event: BareEvent, at: Origin): TraceEvent => {
    const { node, term } = event;
    if (node !== undefined && term !== undefined) terms.set(node, term);
    const run = understanding.run?.(node);
    return run === undefined ? { ...event, time, at } : { ...event, time, run, at };
  };

  const isCut = ({ node, term }: BareEvent): boolean =>
    term !== undefined && term < (terms.get(node ?? '') ?? 0);

  return {
    read(text, line, unterminated): LineOutcome {
      const told = understanding.tell(stripPrefix(text));
      if (told.kind !== 'events') return told;
      if (told.time !== undefined) time = told.time;
      if (unterminated === true && told.events.some(isCut)) {
        return { kind: 'broken', why: 'the last line is cut short' };
      }
      if (told.events.length === 0) return { kind: 'events', events: [] };
      last = { file, line, text };
      return { kind: 'events', events: told.events.map((event) => place(event, last)) };
    },
    end: () => (understanding.end?.() ?? []).map((event) => place(event, last)),
    census: understanding.census,
    levels: understanding.levels,
  };
}
