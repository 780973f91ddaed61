import type { TraceEvent } from '@raftlens/trace';
import type { Shadow } from './shadow.ts';
import type { Step } from './step.ts';

/** What a server was seen to do, which one bug of the catalogue does and a correct server never. */
export interface Sign {
  readonly bug: string;
  /** 0 to 1, as in a suspect. */
  readonly confidence: number;
  /** In this very trace. */
  readonly why: string;
  readonly node: string | undefined;
  readonly run: string | undefined;
  /** When it was first seen. */
  readonly time: number;
  /** Earliest first; the last one is where it shows. */
  readonly events: readonly TraceEvent[];
}

/** Takes what speaks for a bug; what was said of it before with no less confidence stays. */
export type TellSign = (
  bug: string,
  confidence: number,
  why: string,
  events: readonly TraceEvent[],
) => void;

/**
 * Takes what speaks against a bug: a server did right where a server with that bug cannot. What it
 * was is asked for once.
 */
export type DenySign = (bug: string, why: () => string) => void;

/** Looks for signs of some bugs in one run, step by step. */
export interface SignWatch {
  step(step: Step): void;
  /** Every line at once, before the step that it belongs to is over. */
  event?(event: TraceEvent, servers: ReadonlyMap<string, Shadow>): void;
  /** The trace ends: what only the whole of it can say. */
  end?(): void;
}

/** Begins to look. */
export type MakeSignWatch = (tell: TellSign, deny: DenySign) => SignWatch;
