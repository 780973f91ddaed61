import type { Origin, TraceEvent } from '@raftlens/trace';
import type { BareEvent } from './bare-event.ts';
import type { Census } from './census.ts';
import type { LineOutcome, LogReader } from './format.ts';
import { createLastTerms } from './last-terms.ts';
import { stripPrefix } from './strip-prefix.ts';

/** What a line tells, without saying where it stands. */
export type Told =
  /** `time` is undefined where the line shows none; the last time that was shown then holds. */
  | {
      readonly kind: 'events';
      readonly time: number | undefined;
      readonly events: readonly BareEvent[];
    }
  | {
      readonly kind: 'ignored';
      readonly why: string;
      /** So will be every line of this level and module with the same words, whatever its keys. */
      readonly always?: true;
    }
  | { readonly kind: 'broken'; readonly why: string };

/** A format's own part of reading a file. */
export interface LineUnderstanding {
  /** `text` is without prefixes and colours. */
  tell(text: string): Told;
  /** Why a line is ignored, told by its bytes alone; undefined where it takes its text to tell. */
  idle?(bytes: Uint8Array, start: number, end: number): string | undefined;
  /** The file ended: what was held back. */
  end?(): readonly BareEvent[];
  /** The run that the last line belongs to, where a file has several clusters one after another. */
  run?(node: string | undefined): string | undefined;
  /**
   * The server whose log it is, where the lines do not all say it and a later one may. Until it is
   * known, events of the node {@link unnamed} wait.
   */
  self?(): string | undefined;
  /** What {@link self} is taken to be where no line says it. */
  readonly node?: string;
  readonly census?: Census;
  readonly levels?: ReadonlySet<string>;
}

interface Placed {
  time: number;
  run?: string;
  at?: Origin;
}

/** In an event, the server whose log it is, before that is known. */
export const unnamed = '';

/** More events than these do not wait: a file that never says whose it is must not pile up. */
const mostWaiting = 5000;

/**
 * Makes a reader of the lines of one file: takes prefixes away, asks the format, and says of each
 * event where and when it was.
 *
 * A last line without a line end may be cut within a number. What it says is believed only as far
 * as it does not show a smaller term than its server has shown before in its group.
 */
export function createLineReader(name: string, understanding: LineUnderstanding): LogReader {
  let file = name;
  const waiting = createWaitingRoom(understanding);
  const terms = createLastTerms();
  let time = 0;
  let last: Origin = { file, line: 0 };
  /** The line before, where it told something: what copies logs may write each line twice. */
  let before: string | undefined;

  const place = (event: BareEvent, at: Origin): TraceEvent => {
    terms.note(event);
    const run = understanding.run?.(event.node);
    // Written into the event, which nobody else has: a copy of each costs as much as to make it.
    const placed = event as BareEvent & Placed;
    placed.time = time;
    if (run !== undefined) placed.run = run;
    placed.at = at;
    return placed;
  };

  const placed = (events: readonly BareEvent[]): readonly TraceEvent[] => {
    const [only] = events;
    if (events.length === 1 && only !== undefined) return [place(only, last)];
    return events.map((event) => place(event, last));
  };

  return {
    read(text, line, unterminated): LineOutcome {
      if (text === before) return { kind: 'ignored', why: 'printed twice' };
      before = undefined;
      const told = understanding.tell(stripPrefix(text));
      if (told.kind !== 'events') return told;
      if (told.time !== undefined) time = told.time;
      if (unterminated === true && told.events.some(terms.isBehind)) {
        return { kind: 'broken', why: 'the last line is cut short' };
      }
      last = { file, line, text };
      before = text;
      return {
        kind: 'events',
        events: waiting.pass(placed(told.events)),
      };
    },
    ...(understanding.self !== undefined && { namesByPlace: true }),
    ...(understanding.idle !== undefined && {
      idle(bytes: Uint8Array, start: number, end: number): string | undefined {
        const why = understanding.idle?.(bytes, start, end);
        if (why !== undefined) before = undefined;
        return why;
      },
    }),
    continueIn(next) {
      file = next;
    },
    end: () => [...waiting.leave(), ...waiting.pass(placed(understanding.end?.() ?? []))],
    census: understanding.census,
    levels: understanding.levels,
  };
}

interface WaitingRoom {
  /** The events that can go, those that waited first; the others wait. */
  pass(events: readonly TraceEvent[]): readonly TraceEvent[];
  /** All that wait: nobody will say now whose they are. */
  leave(): readonly TraceEvent[];
}

function createWaitingRoom({ self, node }: LineUnderstanding): WaitingRoom {
  let waiting: TraceEvent[] = [];
  const nameAll = (events: readonly TraceEvent[], name: string): readonly TraceEvent[] =>
    events.some(lacksName) ? events.map((event) => withName(event, name)) : events;
  const leave = (): readonly TraceEvent[] => {
    const named = nameAll(waiting, self?.() ?? node ?? 'unknown');
    waiting = [];
    return named;
  };
  return {
    leave,
    pass(events) {
      if (self === undefined) return events;
      const name = self();
      if (name !== undefined) {
        const named = nameAll(events, name);
        return waiting.length === 0 ? named : [...leave(), ...named];
      }
      waiting.push(...events);
      return waiting.length > mostWaiting ? leave() : [];
    },
  };
}

const placesOfNodes = ['node', 'from', 'to', 'candidate', 'leader', 'candidateId'] as const;

function lacksName({ node }: TraceEvent): boolean {
  return node === undefined || node === unnamed;
}

function withName(event: TraceEvent, name: string): TraceEvent {
  if (!lacksName(event)) return event;
  // Read as they are: a copy costs as much as to make the event.
  const fields = event as unknown as Readonly<Record<string, unknown>>;
  let named: Record<string, unknown> | undefined;
  for (const place of placesOfNodes) {
    if (fields[place] !== unnamed) continue;
    named ??= { ...fields };
    named[place] = name;
  }
  return named === undefined ? event : (named as unknown as TraceEvent);
}
