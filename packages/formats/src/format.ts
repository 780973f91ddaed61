import type { ByteDecoder, ByteDecoderOptions, EventName, TraceEvent } from '@raftlens/trace';
import type { Census } from './census.ts';

/** What became of one line. No line is ever lost: each is one of these three. */
export type LineOutcome =
  | { readonly kind: 'events'; readonly events: readonly TraceEvent[] }
  /** Understood to be of no interest, or not of this format; `why` groups the counts. */
  | { readonly kind: 'ignored'; readonly why: string }
  /** Of this format, and damaged. */
  | { readonly kind: 'broken'; readonly why: string };

/** Reads the lines of one file, in order; keeps what later lines need to be understood. */
export interface LogReader {
  /**
   * `text` has no line end. `line` counts from 1. `unterminated` is true for a last line that no
   * line end follows in the file: it may be cut.
   */
  read(text: string, line: number, unterminated?: boolean): LineOutcome;
  /**
   * Why the line from `start` to its line end at `end` is ignored, told by its bytes alone, which
   * are ASCII; undefined where `read` has to tell. A line told of here does not come to `read`.
   */
  idle?(bytes: Uint8Array, start: number, end: number): string | undefined;
  /**
   * Opens a way round the text for a format that keeps nothing from line to line: lines that it
   * gives an event for do not come to `read`.
   */
  openBytes?(options: ByteDecoderOptions): ByteDecoder;
  /**
   * The lines that follow are of `file`, which the program went on to write when it put this one
   * away; their numbers begin anew. Absent where a file stands by itself.
   */
  continueIn?(file: string): void;
  /** A line may be of whoever named itself before it: where it stands says whose it is. */
  readonly namesByPlace?: boolean | undefined;
  /**
   * The same server is seen to speak from two places, so that the lines are of two clusters, and
   * nothing says which place is of which.
   */
  readonly isMixed?: boolean | undefined;
  /** The file ended: events that were held back, if any. */
  end(): readonly TraceEvent[];
  /** Whose lines these are; it grows as lines are read. Absent where the format cannot tell. */
  readonly census?: Census | undefined;
  /**
   * The levels of {@link Capability}, beyond the default, at which the program is seen to log.
   * Absent where the format has no levels, or all of its lines are always there.
   */
  readonly levels?: ReadonlySet<string> | undefined;
}

/** An event that a format can give, and at which log level or flag. */
export interface Capability {
  readonly event: EventName;
  readonly fields?: readonly string[];
  /** How the user gets it, e.g. `default`, `--log-level debug`. */
  readonly level: string;
  /**
   * What is left out of it at this level, in words, such as "a candidate's vote for itself": a rule
   * that needs the event can accuse by it, and not acquit.
   */
  readonly except?: string;
}

/**
 * How to tell lines of no interest by their bytes, so that they need not be made into text: a log
 * of a whole system is read at the speed of grep.
 */
export interface LineFilter {
  /** Every line that `read` would not ignore holds one of these: ASCII, as they are written. */
  readonly anyOf: readonly string[];
  /** Why the others are ignored; groups the counts. */
  readonly why: string;
}

/** A foreign log format: how to know it, how to read it, what it can show. */
export interface Format {
  /** kebab-case. */
  readonly id: string;
  readonly title: string;
  readonly capabilities: readonly Capability[];
  /**
   * How sure it is, 0 to 1, from the first lines of a file (already without prefixes and colours).
   */
  detect(sample: readonly string[]): number;
  /** Where there is one, `read` may never see the lines that it leaves out. */
  readonly filter?: LineFilter;
  /**
   * `file` is the name that goes into each event's `at`. `node` is the server that the file is of,
   * where the lines do not say it; by default what {@link nodeOfFile} makes of the name.
   */
  open(file: string, node?: string): LogReader;
  /**
   * Whether it reads what stands around another program's lines, so that a format which knows those
   * is better, also where they come later.
   */
  readonly yields?: true;
  /**
   * Set where the program's elections look like Raft's and are not: what it does instead. Nothing
   * in such a file is judged.
   */
  readonly notRaft?: string;
}
