import type { UnparsedKind } from './unparsed-tally.ts';

/** Where every line went: `lines = events + ignored + broken`. */
export interface LineCounts {
  readonly lines: number;
  /** Lines that told something of Raft; one line may be several events, or part of one. */
  readonly events: number;
  /** Lines that are not of the format, or of no interest. */
  readonly ignored: number;
  /** Lines of the format that are damaged, and lines that are no text or too long. */
  readonly broken: number;
}

/** A damaged line: where it is and what is wrong with it. */
export interface BrokenLine {
  readonly line: number;
  readonly why: string;
  /** Its beginning, as it is in the file: escape it before it is shown. */
  readonly text: string;
}

/** Why a file, or the rest of it, could not be read; `message` says what to do. */
export interface ReadProblem {
  /** `missing`, `directory`, `permission`, `damaged` (compressed data), or `failed`. */
  readonly kind: 'missing' | 'directory' | 'permission' | 'damaged' | 'failed';
  readonly message: string;
}

/** What was found in one file. */
export interface FileReport {
  readonly file: string;
  /** Id of its format, `unknown` where none was recognised. */
  readonly format: string;
  /** What the program does instead of Raft, where its format is known not to be Raft's. */
  readonly notRaft?: string | undefined;
  readonly counts: LineCounts;
  readonly bytes: number;
  /** Trace events that came of its lines. */
  readonly traceEvents: number;
  /** Lines that are not UTF-8; they were read, with U+FFFD for what is no text. */
  readonly notUtf8: number;
  /** Lines with NUL bytes, a sign of a binary file or of a crash; they count as broken. */
  readonly withNul: number;
  /** The first few of the broken lines. */
  readonly firstBroken: readonly BrokenLine[];
  /** How many lines were ignored or broken, by reason. */
  readonly reasons: ReadonlyMap<string, number>;
  /** The lines that gave no event, by reason and shape; only where they were asked for. */
  readonly unparsed?: readonly UnparsedKind[] | undefined;
  readonly problem?: ReadProblem | undefined;
}
