import type { TraceEvent } from '@raftlens/trace';
import type { Page } from '../render/finding-text.ts';

/** A question at work on the events of a log, in the order in which the rules see them. */
export interface Inquiry {
  observe(event: TraceEvent): void;
  /** The answer for people: tables and what to say beside them. */
  text(page: Page): Promise<string>;
  /** The answer for machines. */
  json(): unknown;
}

/** Something that people ask of a log: `raft-analyze NAME FILE...`. */
export interface Question {
  readonly name: string;
  /** The question in words. */
  readonly title: string;
  open(): Inquiry;
}
