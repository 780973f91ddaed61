import type { EventName, TraceEvent } from '@raftlens/trace';

/** What became of one line. No line is ever lost: each is one of these three. */
export type LineOutcome =
  | { readonly kind: 'events'; readonly events: readonly TraceEvent[] }
  /** Understood to be of no interest, or not of this format; `why` groups the counts. */
  | { readonly kind: 'ignored'; readonly why: string }
  /** Of this format, and damaged. */
  | { readonly kind: 'broken'; readonly why: string };

/** Reads the lines of one file, in order; keeps what later lines need to be understood. */
export interface LogReader {
  /** `text` has no line end. `line` counts from 1. */
  read(text: string, line: number): LineOutcome;
  /** The file ended: events that were held back, if any. */
  end(): readonly TraceEvent[];
}

/** An event that a format can give, and at which log level or flag. */
export interface Capability {
  readonly event: EventName;
  readonly fields?: readonly string[];
  /** How the user gets it, e.g. `default`, `--log-level debug`. */
  readonly level: string;
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
  /** `file` is the name that goes into each event's `at`, and may tell the node. */
  open(file: string): LogReader;
}
